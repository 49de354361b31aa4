import { createServer, type Server, type Socket } from "node:net";
import type { NotificationPage } from "@highwater/shared/notifications/contract";
import type { Client } from "../../../test/client.js";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import { makeCandidate, makeReviewable } from "../../../test/make.js";
import { filed, Journal } from "../../platform/journal.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = async (by: Client, query = "") =>
  (await by.get<NotificationPage>(`/notifications${query}`)).body;

/** A deed that tells somebody, as the modules do it. */
async function tell(
  candidateId: string,
  members: readonly string[],
  audience: "team" | "sighted" = "team",
  app = house.app,
) {
  const [team] = await house.sql('select id from "Team"');
  const actor = { teamId: String(team?.["id"]), memberId: house.owner.memberId };
  const entry = { verb: "candidates.edited", candidateId, audience } as const;
  await app
    .get(Journal)
    .write(actor, async () => filed(null, { ...entry, notify: [{ kind: "mentioned", members }] }));
}

test("a deed tells those whom it concerns, once each, never its own doer", async () => {
  const { id } = await makeCandidate(house.owner, { name: "Buoy" });
  const { memberId } = house.reviewer;
  await tell(id, [memberId, memberId, house.owner.memberId]);
  expect(await list(house.reviewer)).toMatchObject({
    unread: 1,
    items: [
      {
        kind: "mentioned",
        readAt: null,
        activity: { by: { name: "Olga Owner" }, candidate: { id, name: "Buoy" } },
      },
    ],
  });
  expect((await list(house.owner)).items).toEqual([]);
});

test("read ones stay in the list and are counted no more; another's can't be read", async () => {
  const { id } = await makeCandidate(house.owner);
  await tell(id, [house.second.memberId]);
  await tell(id, [house.second.memberId]);
  const [newest] = (await list(house.second)).items;
  const ids = [newest?.id ?? ""];
  expect(await house.third.post("/notifications/read", { ids })).toMatchObject({ status: 200 });
  expect((await list(house.second)).unread).toBe(2);
  expect((await house.second.post("/notifications/read", { ids })).body).toEqual({ unread: 1 });
  expect((await list(house.second, "?unread=true")).items).toHaveLength(1);
  expect((await house.second.post("/notifications/read", {})).body).toEqual({ unread: 0 });
  expect((await list(house.second)).items.every(({ readAt }) => readAt !== null)).toBe(true);
});

test("what only those may know who see the reviews is told to nobody blind", async () => {
  const { id } = await makeReviewable(house.owner);
  await tell(id, [house.third.memberId], "sighted");
  expect(await list(house.third)).toEqual({ items: [], nextCursor: null, unread: 0 });
  await house.third.post(`/candidates/${id}/open`);
  expect(await list(house.third)).toMatchObject({ unread: 1 });
});

describe("by e-mail", () => {
  let server: Server;
  let letters: string[];
  beforeAll(async () => {
    letters = [];
    server = createServer(receive).listen(0, "127.0.0.1");
    await new Promise((ready) => server.once("listening", ready));
  });
  afterAll(() => server.close());

  /** As much of an SMTP server as a letter needs. */
  function receive(socket: Socket) {
    let text = "";
    let inside = false;
    const say = (words: string) => socket.write(`${words}\r\n`);
    say("220 test");
    socket.on("data", (chunk) => {
      text += chunk;
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (inside) {
          if (line === ".") inside = false;
          letters[letters.length - 1] += `${line}\n`;
          if (!inside) say("250 kept");
        } else if (line === "DATA") {
          letters.push("");
          inside = true;
          say("354 go on");
        } else if (line === "QUIT") socket.end("221 bye\r\n");
        else say("250 ok");
      }
    });
    socket.on("error", () => {});
  }

  test("a letter goes out where a server is configured: in both languages, once", async () => {
    const { port } = server.address() as { port: number };
    const replica = await replicaOf(house, { SMTP_URL: `smtp://127.0.0.1:${port}` });
    const { id } = await makeCandidate(house.owner, { name: "Beacon" });
    await tell(id, [house.admin.memberId], "team", replica.app);
    const deadline = Date.now() + 10_000;
    while (!letters[0]?.endsWith(".\n") && Date.now() < deadline)
      await new Promise((wake) => setTimeout(wake, 50));
    await replica.close();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain("To: admin@example.test");
    const body = Buffer.from((letters[0] ?? "").replace(/=\n/g, "")).toString();
    expect(body).toContain("Olga Owner mentioned you on Beacon");
    const [row] = await house.sql(
      'select count(*)::int as n from "Notification" where "memberId" = $1 and "mailedAt" is not null',
      [house.admin.memberId],
    );
    expect(row).toEqual({ n: 1 });
  });
});
