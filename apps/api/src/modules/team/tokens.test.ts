import type { CreatedToken } from "@highwater/shared/team/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const make = async (input: object = {}, by = house.reviewer) =>
  expectStatus(await by.post<CreatedToken>("/tokens", { name: "script", ...input }), 201);
const bearer = (token: string) => house.anonymous.with({ authorization: `Bearer ${token}` });

describe("an API token", () => {
  test("acts as its maker, without a cookie and from whatever origin", async () => {
    const { token } = await make();
    expect(token).toMatch(/^hw_[\w-]{40,}$/);
    const program = bearer(token).with({ origin: "https://elsewhere.example" });
    const entered = await program.post("/candidates", { name: "By program" });
    expect(entered).toMatchObject({
      status: 201,
      body: { createdById: house.reviewer.memberId },
    });
    expect((await program.get("/me")).body).toMatchObject({ user: { name: "Rosa Reviewer" } });
    expect((await program.get("/invitations")).status).toBe(403);
  });

  test("is shown once, and only its hash is kept", async () => {
    const { token, id, prefix } = await make();
    const listed = await house.reviewer.get("/tokens");
    expect(listed.text).toContain(id);
    expect(listed.text).not.toContain(token);
    expect(token.startsWith(prefix)).toBe(true);
    const rows = await house.sql('select "tokenHash" from "ApiToken" where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("that may only read reads, and writes nothing", async () => {
    const reader = bearer((await make({ readOnly: true })).token);
    expect((await reader.get("/candidates")).status).toBe(200);
    for (const [method, path] of [
      ["POST", "/candidates"],
      ["POST", "/tokens"],
      ["POST", "/teams"],
      ["DELETE", `/candidates/${crypto.randomUUID()}`],
      ["PUT", `/candidates/${crypto.randomUUID()}/reviews/mine`],
    ] as const)
      expect({ path, status: (await reader.send(method, path, {}, {})).status }).toEqual({
        path,
        status: 403,
      });
  });

  test("is nobody once revoked, and once expired", async () => {
    const revoked = await make();
    expect((await house.reviewer.delete(`/tokens/${revoked.id}`)).status).toBe(204);
    expect((await bearer(revoked.token).get("/candidates")).status).toBe(401);
    const expired = await make();
    await house.sql('update "ApiToken" set "expiresAt" = now() - interval \'1 s\' where id = $1', [
      expired.id,
    ]);
    expect((await bearer(expired.token).get("/candidates")).status).toBe(401);
    expect((await bearer("hw_forged").get("/candidates")).status).toBe(401);
  });

  test("that is wrong is not helped by a good cookie", async () => {
    const both = house.owner.with({ authorization: "Bearer hw_forged" });
    expect((await both.get("/candidates")).status).toBe(401);
  });

  test("belongs to its maker: nobody else lists or revokes it", async () => {
    const { id } = await make();
    expect((await house.owner.get("/tokens")).text).not.toContain(id);
    expect((await house.owner.delete(`/tokens/${id}`)).status).toBe(404);
  });

  test("is bound to its team", async () => {
    const { token } = await make();
    const { slug } = expectStatus(
      await house.reviewer.post<{ slug: string }>("/teams", { name: "Side project" }),
      201,
    );
    expect((await bearer(token).get("/candidates")).status).toBe(200);
    expect((await bearer(token).with({ "x-highwater-team": slug }).get("/candidates")).status).toBe(
      404,
    );
    expect(
      (await bearer(token).with({ "x-highwater-team": "tide-watch" }).get("/candidates")).status,
    ).toBe(200);
  });

  test("falls with its maker's role", async () => {
    const { token } = await make({}, house.third);
    await house.owner.patch(`/members/${house.third.memberId}`, { role: "viewer" });
    expect((await bearer(token).post("/candidates", { name: "Too late" })).status).toBe(403);
  });

  test("remembers when it was last used", async () => {
    const { token, id } = await make({}, house.second);
    await bearer(token).get("/candidates");
    const { items } = (
      await house.second.get<{ items: { id: string; lastUsedAt: string | null }[] }>("/tokens")
    ).body;
    expect(items.find((one) => one.id === id)?.lastUsedAt).toEqual(expect.any(String));
  });

  test.each([0, 367, 1.5])("can't last %p days", async (expiresInDays) => {
    expect(await house.owner.post("/tokens", { name: "n", expiresInDays })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/expiresInDays" }] },
    });
  });
});
