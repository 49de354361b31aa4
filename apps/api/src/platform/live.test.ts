import { topicOf } from "@highwater/shared/kernel/live";
import { type House, openHouse, replicaOf } from "../../test/house.js";
import { makeCandidate, makeReviewable, review, saveDraft, sign } from "../../test/make.js";
import { listenTo } from "../../test/stream.js";

let house: House;
let replica: Awaited<ReturnType<typeof replicaOf>>;
beforeAll(async () => {
  house = await openHouse();
  replica = await replicaOf(house);
});
afterAll(async () => {
  await replica.close();
  await house.close();
});

async function until(done: () => boolean, ms = 1_000) {
  const deadline = Date.now() + ms;
  while (!done() && Date.now() < deadline) await new Promise((wake) => setTimeout(wake, 5));
  expect(done()).toBe(true);
}
const quiet = (ms = 400) => new Promise((wake) => setTimeout(wake, ms));

test("a deed on one replica is told on the other within a second: by name, without data", async () => {
  const stream = await listenTo(replica.as("viewer"));
  const { id } = await makeCandidate(house.owner, { name: "Telltale tugboat" });
  await until(() => stream.told.some(({ change }) => change.candidateId === id));
  expect(stream.told.map(({ change }) => change)).toEqual([
    { topics: ["candidates"], candidateId: id },
  ]);
  expect(JSON.stringify(stream.told)).not.toContain("tugboat");
  await stream.close();
});

test("after a cut, what was missed is told from Last-Event-ID on", async () => {
  const first = await listenTo(replica.as("reviewer"));
  await makeCandidate(house.owner);
  await until(() => first.told.length > 0);
  await first.close();
  const missed = await Promise.all([makeCandidate(house.owner), makeReviewable(house.second)]);
  const last = first.told.at(-1)?.id ?? "";
  const again = await listenTo(replica.as("reviewer"), { "last-event-id": last });
  for (const { id } of missed)
    await until(() => again.told.some(({ change }) => change.candidateId === id));
  await again.close();
});

test("nonsense in Last-Event-ID is no place to resume from, and no fault", async () => {
  for (const id of ["x", "-1", "1e99", "99999999999999999999"]) {
    const stream = await listenTo(house.viewer, { "last-event-id": id });
    expect(stream.status).toBe(200);
    await stream.close();
  }
});

test("the blind hear of a first signature, never of a draft or of an amendment", async () => {
  const { id } = await makeReviewable(house.owner);
  await quiet();
  const [blind, sighted] = [await listenTo(house.reviewer), await listenTo(house.second)];
  await saveDraft(house.second, id, review([1, 2, 3, 4, 5]));
  await quiet();
  expect(blind.told).toEqual([]);
  await sign(house.second, id, [5, 5, 5, 5, 0]);
  await until(() => blind.told.length > 0 && sighted.told.length > 0);
  const before = blind.told.length;
  await sign(house.second, id, [0, 0, 0, 0, 5]);
  await until(() => sighted.told.length > before);
  await quiet();
  expect(blind.told.length).toBe(before);
  await Promise.all([blind.close(), sighted.close()]);
});

test("another team hears nothing", async () => {
  const { body } = await house.third.post<{ slug: string }>("/teams", { name: "Elsewhere" });
  const elsewhere = await listenTo(house.third, { "x-highwater-team": body.slug });
  await makeCandidate(house.owner);
  await quiet();
  expect(elsewhere.told).toEqual([]);
  await elsewhere.close();
});

test("a suspended member's stream ends at once, on every replica", async () => {
  const streams = [await listenTo(house.viewer), await listenTo(replica.as("viewer"))];
  await house.sql('update "Member" set "suspendedAt" = now() where id = $1', [
    house.viewer.memberId,
  ]);
  await house.owner.patch(`/members/${house.third.memberId}`, { role: "viewer" });
  await until(() => streams.every(({ isOpen }) => !isOpen()));
  expect(await house.viewer.get("/events")).toMatchObject({
    status: 403,
    body: { code: "team.suspended" },
  });
});

test("every verb that is written belongs to a module", async () => {
  const verbs = await house.sql('select distinct verb from "Activity"');
  for (const { verb } of verbs) expect(topicOf(String(verb))).toBeTruthy();
  expect(topicOf("trials.recorded")).toBe("candidates");
  expect(() => topicOf("nonsense.done")).toThrow();
});
