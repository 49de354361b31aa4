import { blindWorld, secrets, theBlind, type World } from "../../../test/blind-world.js";
import { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { openHouse, type Twin, twinsOf } from "../../../test/house.js";
import { review, saveDraft, sign } from "../../../test/make.js";
import { takeUp } from "../../../test/meeting.js";
import { listenTo } from "../../../test/stream.js";
import { everyAddress, observe, type Readable } from "../../../test/walk.js";

/**
 * Non-interference: two databases that are copies of one, in which different things are then said of a candidate where
 * they are hidden. To whoever may not see them, every GET of the API answers both byte for byte the same, headers
 * included, and refusals and the event stream tell the same.
 */
let world: World;
let twins: [Twin, Twin];
let addresses: string[];

/** What no walk can compare, and why. */
const leftOut: Record<string, string> = {
  "/metrics":
    "The process's own clock, memory and sockets, which no two processes share. No table is read for it.",
};

beforeAll(async () => {
  const house = await openHouse({ sample: true });
  world = await blindWorld(house);
  const document = (await house.anonymous.get<Readable>("/api/openapi.json")).body;
  addresses = (await everyAddress(document, world.subjects, world.values)).filter(
    (address) => !(address in leftOut),
  );
  twins = await twinsOf(house);
}, 300_000);
afterAll(() => Promise.all(twins.map((house) => house.close())));

type Pair = [Client, Client];
const pairs = (): [string, Pair][] => {
  const [here, there] = twins.map((house) => theBlind(world, house));
  return Object.keys(here ?? {}).map((who) => [who, [here?.[who], there?.[who]] as Pair]);
};

/** The differing answers of a walk, with the pages that follow those of its lists. */
async function walk([here, there]: Pair, from: readonly string[]) {
  const ahead = from.map((address) => ({ address, depth: 0 }));
  const differing: { address: string; bytes: [string, string] }[] = [];
  let observations = 0;
  async function step() {
    for (let next = ahead.shift(); next; next = ahead.shift()) {
      const { address, depth } = next;
      const [one, other] = await Promise.all([observe(here, address), observe(there, address)]);
      observations += 1;
      if (one.status >= 500) throw new Error(`${one.status} ${address}`);
      if (one.bytes !== other.bytes) differing.push({ address, bytes: [one.bytes, other.bytes] });
      else if (one.next && depth < 2)
        ahead.push({ address: following(address, one.next), depth: depth + 1 });
    }
  }
  await Promise.all(Array.from({ length: 6 }, step));
  return { observations, differing };
}

function following(address: string, cursor: string): string {
  const [path = "", query = ""] = address.split("?");
  const asked = new URLSearchParams(query);
  asked.set("cursor", cursor);
  return `${path}?${asked}`;
}

async function sayDifferently() {
  const [here, there] = twins;
  const { hidden } = world;
  const at = `/candidates/${hidden.id}`;
  await sign(here.second, hidden.id, [5, 5, 5, 5, 0], secrets[0]);
  await sign(there.second, hidden.id, [0, 1, null, 0, 5], secrets[1]);
  await sign(there.second, hidden.id, [1, 1, 0, 0, 5], `${secrets[1]} once more`);
  await saveDraft(there.third, hidden.id, review([0, 1, 2, 3, 4], secrets[1]));
  await there.third.put(`${at}/set-aside`, { kind: "abstain", reason: secrets[1] });
  const named = [there.owner, there.reviewer, there.viewer].map(
    ({ name, memberId }) => `@[${name}](member:${memberId})`,
  );
  const text = `${secrets[1]}, ${named.join(" ")}?`;
  const said = expectStatus(
    await there.second.post<{ id: string }>(`${at}/comments`, { text, criterion: "pain" }),
    201,
  );
  await there.second.post(`${at}/comments`, { text: secrets[1], parentId: said.id });
  const { etag } = await there.second.get(`/comments/${said.id}`);
  await there.second.patch(`/comments/${said.id}`, { text: secrets[1] }, { "if-match": etag });
  expectStatus(await there.second.post(`/comments/${said.id}/resolve`), 200);
}

test("the walk goes everywhere", () => {
  const asked = [
    ...["sort=-overrun&minTotal=90", "scope=mine&sort=habit", "scope=mine&q=Marmalade"],
    ...["/exports/candidates.xlsx", "/explanation", "/views/", "/live", "/memo", "/history"],
    ...["/merges", "/notifications", "/activity", "sort=-updatedAt&q=Zanzibar", "mode=fewest"],
  ];
  expect(asked.filter((part) => !addresses.some((one) => one.includes(part)))).toEqual([]);
});

test("the blind hear the same of both, while it is said", async () => {
  const seers = twins.map((house) => new Client(house.url, world.keys.opener));
  const blind = await Promise.all(
    pairs().map(async ([who, pair]) => ({ who, streams: await Promise.all(pair.map(listen)) })),
  );
  const seeing = await Promise.all(seers.map(listen));
  await sayDifferently();
  await until(() => seeing[0]?.told.length === 1 && lastTopic(seeing[1]) === "discussion");
  const toldOf = ({ told }: Stream) => told.map(({ change }) => change);
  for (const { who, streams } of blind) {
    const [one, other] = streams.map(toldOf);
    expect({ who, told: other }).toEqual({ who, told: one });
    expect(one).toEqual([{ topics: ["reviews"], candidateId: world.hidden.id }]);
  }
  const all = [...blind.flatMap(({ streams }) => streams), ...seeing];
  await Promise.all(all.map((stream) => stream.close()));
});

type Stream = Awaited<ReturnType<typeof listenTo>>;
const listen = (client: Client) => listenTo(client);
const lastTopic = (stream: Stream | undefined) => stream?.topics().at(-1);

async function until(holds: () => boolean) {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 15_000) throw new Error("It was never told.");
    await new Promise((wake) => setTimeout(wake, 50));
  }
  await new Promise((wake) => setTimeout(wake, 100));
}

/** Who may least and who may most are asked with all that crosses; the others with one value at a time. */
const crossed = ["reviewer", "owner"];

test("every answer to the blind is the same to the byte", async () => {
  let observations = 0;
  for (const [who, pair] of pairs()) {
    const from = performance.now();
    const walked = await walk(pair, crossed.includes(who) ? addresses : bare());
    observations += walked.observations;
    const took = Math.round((performance.now() - from) / 1000);
    process.stdout.write(`${walked.observations} pairs of answers to the ${who} in ${took} s\n`);
    expect({ who, differing: walked.differing.slice(0, 5) }).toEqual({ who, differing: [] });
  }
  process.stdout.write(`Non-interference: ${observations} pairs of answers\n`);
  expect(observations).toBeGreaterThanOrEqual(5_000);
}, 900_000);

test("what is refused to the blind, or only tried, is answered the same", async () => {
  const [first, second] = twins;
  const at = `/candidates/${world.hidden.id}`;
  const [comment] = await second.sql('select id from "Comment" order by id desc limit 1');
  const asked = { candidateIds: [world.hidden.id], dryRun: true };
  const memberIds = [first.second.memberId, first.third.memberId, first.reviewer.memberId];
  const tries: [string, string, unknown?][] = [
    ["GET", `/comments/${comment?.["id"]}`],
    ["POST", `/comments/${comment?.["id"]}/resolve`],
    ["PUT", `${at}/reviews/mine`, review([1, 1, 1, 1, 1])],
    ["POST", `${at}/comments`, { text: "Heard?" }],
    ["POST", `${at}/champion`, { reason: "Still." }],
    ["DELETE", `${at}/champion`],
    ["POST", `${at}/merge`, { into: world.ranked, facts: {} }],
    ["POST", `${at}/stage`, { stage: "discussion", from: "inbox" }],
    ["POST", `${at}/decision`, { outcome: "invest", from: "inbox" }],
    ["PATCH", at, { name: "Other" }],
    ["POST", "/assignments", { ...asked, memberIds }],
    [
      "POST",
      "/assignments",
      { auto: { candidateIds: [world.hidden.id], k: 3, seed: 1 }, dryRun: true },
    ],
    ["POST", "/candidates/parse", { text: "Hidden harbour" }],
  ];
  for (const [who, [here, there]] of pairs())
    for (const [method, path, body] of tries) {
      const send = (by: Client) => by.send(method, path, body, { "if-match": '"x"' });
      const [one, other] = [await send(here), await send(there)];
      const told = { who, path, status: one.status, text: one.text };
      expect({ who, path, status: other.status, text: other.text }).toEqual(told);
      expect(one.status).toBeLessThan(500);
    }
});

test("whoever sees them is answered differently: the walk does notice", async () => {
  const seeing = twins.map((house) => new Client(house.url, world.keys.opener)) as Pair;
  const { differing } = await walk(seeing, bare());
  const seen = differing.map(({ address }) => address);
  for (const part of ["reviews", "reviews/history", "comments", "activity"])
    expect(seen).toContain(`/api/v1/candidates/${world.hidden.id}/${part}`);
  expect(seen).toContain("/api/v1/activity");
});

const bare = () => addresses.filter((address) => !address.includes("&"));

test("one more hidden signature moves how many have signed it, by one, and nothing else", async () => {
  await sign(twins[0].third, world.hidden.id, [0, 0, 5, 0, 5], secrets[0]);
  let moved = 0;
  for (const [who, pair] of pairs()) {
    const { differing } = await walk(pair, bare());
    moved += differing.length;
    const beside = differing.flatMap(({ address, bytes: [more, fewer] }) =>
      besideCounts(address, answerOf(more), answerOf(fewer)).map((at) => `${address} ${at}`),
    );
    expect({ who, beside }).toEqual({ who, beside: [] });
  }
  expect(moved).toBeGreaterThan(50);
}, 600_000);

/** Head and body: of the two headers that are made of the body, nothing is expected where that differs. */
function answerOf(bytes: string) {
  const [head = "", ...rest] = bytes.split("\n\n");
  const lines = head.split("\n").filter((line) => !/^(etag|content-length):/.test(line));
  return { head: lines, body: JSON.parse(rest.join("\n\n")) as unknown };
}

/** Where two answers differ, but for one more under the key `signed` of the hidden candidate. */
function besideCounts(address: string, more: unknown, fewer: unknown, at = ""): string[] {
  if (Array.isArray(more) && Array.isArray(fewer)) {
    // Whatever has fewest signed comes first there: the order is the count itself.
    const [one, other] = /mode=fewest/.test(address) ? [byId(more), byId(fewer)] : [more, fewer];
    const length = Math.max(one.length, other.length);
    return Array.from({ length }, (_, n) => n).flatMap((n) =>
      besideCounts(address, one[n], other[n], `${at}/${n}`),
    );
  }
  if (isObject(more) && isObject(fewer))
    return [...new Set([...Object.keys(more), ...Object.keys(fewer)])].flatMap((key) =>
      key === "signed" && more[key] === Number(fewer[key]) + 1 && isHidden(address, more)
        ? []
        : besideCounts(address, more[key], fewer[key], `${at}/${key}`),
    );
  return Object.is(more, fewer) ? [] : [`${at}: ${String(more)}, ${String(fewer)}`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const byId = (items: unknown[]) =>
  [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** An item names its candidate, or its address does. */
const isHidden = (address: string, item: Record<string, unknown>) =>
  address.includes(world.hidden.id) || JSON.stringify(item).includes(world.hidden.id);

test("an author who steps back leaves no trace of having signed", async () => {
  for (const { third } of twins)
    expectStatus(await third.post(`/candidates/${world.hidden.id}/recusal`, {}), 200);
  const opening = addresses.filter((address) => /^[^?]*(\?scope=mine)?$/.test(address));
  for (const [who, pair] of pairs())
    expect({ who, differing: (await walk(pair, opening)).differing }).toEqual({
      who,
      differing: [],
    });
}, 600_000);

test("a meeting that closes freezes nothing hidden", async () => {
  const [, id = ""] = world.rounds;
  for (const { admin } of twins) {
    const { body } = await admin.get<{ items: { id: string }[] }>(`/rounds/${id}`);
    expectStatus(await admin.post(`/rounds/${id}/start`), 200);
    for (const item of body.items) await takeUp(admin, id, item.id);
    expectStatus(await admin.post(`/rounds/${id}/close`), 200);
  }
  const frozen = twins.map((house) =>
    house.sql('select frozen::text as text from "Round" where id = $1', [id]),
  );
  const [here, there] = (await Promise.all(frozen)).map(([row]) => timeless(String(row?.["text"])));
  expect(here).toContain("Hidden harbour");
  expect(here).toBe(there);
});

const timeless = (text: string) => text.replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"then"');
