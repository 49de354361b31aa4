import type { Session } from "@highwater/shared/team/contract";
import { Client, cookieOf } from "../../../test/client.js";
import { emailOf, expectStatus, password, signIn } from "../../../test/furniture.js";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import { listenTo } from "../../../test/stream.js";

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

const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";
const listOf = async (by: Client) =>
  (await by.get<{ items: Session[] }>("/me/sessions")).body.items;
const enter = (who: string, secret = password) =>
  house.anonymous.post(
    "/api/auth/sign-in/email",
    { email: emailOf(who), password: secret },
    { "user-agent": agent },
  );
const client = async (who: string, secret = password) =>
  house.anonymous.with({ cookie: cookieOf((await enter(who, secret)).headers) });

describe("sessions", () => {
  test("are listed to oneself alone, this one first, the device in words", async () => {
    const here = await client("viewer");
    const sessions = await listOf(here);
    expect(sessions[0]).toMatchObject({ current: true, browser: "Firefox", system: "Linux" });
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const text = JSON.stringify(sessions);
    for (const { id } of await listOf(house.owner)) expect(text).not.toContain(id);
    expect(text).not.toContain(cookieOf((await enter("viewer")).headers).slice(10, 40));
  });

  test("remember when they were last used, to the minute", async () => {
    const here = await client("viewer");
    const [{ id = "" } = {}] = await listOf(here);
    await house.sql(`update "Session" set "updatedAt" = now() - interval '2 hours' where id = $1`, [
      id,
    ]);
    await here.get("/me");
    const [session] = await listOf(here);
    expect(Date.now() - Date.parse(session?.lastUsedAt ?? "")).toBeLessThan(60_000);
  });

  test("end when they are revoked: the next request and the stream, on every replica", async () => {
    const [here, lost] = [await client("third"), await signIn(house.url, emailOf("third"))];
    const [other] = await listOf(lost);
    const there = new Client(replica.url, lost);
    const stream = await listenTo(there);
    const begun = Date.now();
    expect((await here.delete(`/me/sessions/${other?.id}`)).status).toBe(204);
    expect((await there.get("/candidates")).status).toBe(401);
    await stream.ended;
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect((await here.get("/candidates")).status).toBe(200);
    expect((await here.delete(`/me/sessions/${other?.id}`)).status).toBe(404);
  });

  test("of somebody else are as unknown as none", async () => {
    const [theirs] = await listOf(house.owner);
    const foreign = await house.viewer.delete(`/me/sessions/${theirs?.id}`);
    const unknown = await house.viewer.delete(`/me/sessions/${crypto.randomUUID()}`);
    const bare = (text: string) => text.replace(/"instance":"[^"]*"/, "");
    expect(foreign.status).toBe(404);
    expect(bare(foreign.text)).toBe(bare(unknown.text));
    expect((await house.owner.get("/me")).status).toBe(200);
  });

  test("everywhere else end in one act", async () => {
    const [here, there] = [await client("second"), await client("second")];
    const stream = await listenTo(replica.as("second"));
    expect((await here.delete("/me/sessions")).status).toBe(204);
    await stream.ended;
    expect([(await there.get("/me")).status, (await house.second.get("/me")).status]).toEqual([
      401, 401,
    ]);
    expect(await listOf(here)).toMatchObject([{ current: true }]);
  });

  test("signing out ends the streams of that session on every replica", async () => {
    const leaving = await signIn(house.url, emailOf("admin"));
    const stream = await listenTo(new Client(replica.url, leaving));
    const begun = Date.now();
    await leaving.post("/api/auth/sign-out", {});
    await stream.ended;
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect((await house.admin.get("/me")).status).toBe(200);
  });
});

describe("a changed password", () => {
  const next = "another horse, another battery";

  test("ends every other session and its stream, and this one goes on under a new cookie", async () => {
    const [here, lost] = [await client("reviewer"), await signIn(house.url, emailOf("reviewer"))];
    const stream = await listenTo(new Client(replica.url, lost));
    const begun = Date.now();
    const answer = await here.post("/me/password", { current: password, new: next });
    expect(answer).toMatchObject({ status: 204, text: "" });
    expect((await replica.as("reviewer").get("/candidates")).status).toBe(401);
    expect((await lost.get("/me")).status).toBe(401);
    await stream.ended;
    expect(Date.now() - begun).toBeLessThan(1_500);
    expect((await here.get("/me")).status).toBe(401);
    const fresh = house.anonymous.with({ cookie: cookieOf(answer.headers) });
    expect(await listOf(fresh)).toMatchObject([{ current: true, browser: null }]);
    expect((await enter("reviewer")).status).toBe(401);
    expect((await enter("reviewer", next)).status).toBe(200);
  });

  test("needs the current one, a long enough new one, and a different one", async () => {
    for (const [input, pointer, code] of [
      [{ current: "not the password", new: next }, "#/current", "team.password_wrong"],
      [{ current: password, new: "short" }, "#/new", "too_small"],
      [{ current: password, new: password }, "#/new", "team.password_same"],
      [{ new: next }, "#/current", "invalid_type"],
    ] as const)
      expect(await house.owner.post("/me/password", input)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer, code }] },
      });
    expect((await house.owner.get("/me")).status).toBe(200);
  });

  test("can't be guessed at without end", async () => {
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1)
      answers.push(
        (await house.viewer.post("/me/password", { current: `guess ${n}`, new: next })).status,
      );
    expect(answers).toContain(429);
  });

  test("has no other door", async () => {
    for (const path of ["change-password", "revoke-sessions", "list-sessions", "update-user"])
      for (const method of ["GET", "POST"])
        expect(
          (
            await house.admin.send(
              method,
              `/api/auth/${path}`,
              method === "GET" ? undefined : { currentPassword: password, newPassword: next },
              {},
            )
          ).status,
        ).toBe(404);
  });
});

test("a token has no say over the account", async () => {
  const { token } = expectStatus(
    await house.owner.post<{ token: string }>("/tokens", { name: "script" }),
    201,
  );
  const bearer = house.anonymous.with({ authorization: `Bearer ${token}` });
  for (const [method, path, body] of [
    ["GET", "/me/sessions"],
    ["DELETE", "/me/sessions"],
    ["DELETE", `/me/sessions/${crypto.randomUUID()}`],
    ["POST", "/me/password", { current: password, new: "a brand new battery" }],
  ] as const)
    expect(await bearer.send(method, path, body, {})).toMatchObject({
      status: 403,
      body: { code: "team.session_needed" },
    });
});
