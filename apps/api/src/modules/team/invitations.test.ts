import type { CreatedInvitation } from "@highwater/shared/team/contract";
import { emailOf, expectStatus, invite, password, signIn } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const newInvitation = async (input: object = {}) =>
  expectStatus(await house.owner.post<CreatedInvitation>("/invitations", input), 201);
const preview = (token: string) => house.anonymous.get(`/invitations/preview?token=${token}`);
const account = (name: string) => ({ name, email: `${name}@example.test`, password });

describe("an invitation", () => {
  test("shows its bearer where it leads, and shows its secret only once", async () => {
    const { token, url, id } = await newInvitation({ role: "viewer", email: "Vi@Example.test" });
    expect(url).toContain(`/invite?token=${token}`);
    expect((await preview(token)).body).toEqual({
      teamName: "Tide Watch",
      role: "viewer",
      email: "vi@example.test",
    });
    const listed = await house.admin.get("/invitations");
    expect(listed.text).toContain(id);
    expect(listed.text).not.toContain(token);
    expect(await house.sql('select 1 from "Invitation" where "tokenHash" = $1', [token])).toEqual(
      [],
    );
  });

  test("makes a member of its role, whose account then signs in", async () => {
    const { token } = await newInvitation({ role: "viewer" });
    const accepted = await house.anonymous.post("/invitations/accept", {
      token,
      ...account("nora"),
    });
    expect(accepted).toMatchObject({ status: 201, body: { role: "viewer" } });
    const nora = await signIn(house.url, "nora@example.test");
    expect(accepted.body).toMatchObject({ memberId: nora.memberId });
    expect((await house.admin.get("/members")).text).toContain("nora@example.test");
  });

  test("is bound to the e-mail it names, whatever its bearer writes", async () => {
    const { token } = await newInvitation({ email: "bound@example.test" });
    const other = { token, ...account("mallory") };
    expectStatus(await house.anonymous.post("/invitations/accept", other), 201);
    expect(await signIn(house.url, "bound@example.test")).toMatchObject({ name: "mallory" });
    expect(await house.sql("select 1 from \"User\" where email like 'mallory%'")).toEqual([]);
  });

  test("can be used once, even by four people at the same moment", async () => {
    const { token } = await newInvitation();
    const answers = await Promise.all(
      ["w", "x", "y", "z"].map((name) =>
        house.anonymous.post("/invitations/accept", { token, ...account(`rush-${name}`) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404]);
    expect(
      await house.sql("select count(*)::int n from \"User\" where email like 'rush-%'"),
    ).toEqual([{ n: 1 }]);
    expect(await preview(token)).toMatchObject({
      status: 404,
      body: { code: "team.invitation_gone" },
    });
  });

  test("leads nowhere once withdrawn, and another team's can't be withdrawn", async () => {
    const { token, id } = await newInvitation();
    expect((await house.admin.delete(`/invitations/${id}`)).status).toBe(204);
    expect((await preview(token)).status).toBe(404);
    expect(
      (await house.anonymous.post("/invitations/accept", { token, ...account("late") })).status,
    ).toBe(404);
    expect((await house.admin.delete(`/invitations/${id}`)).status).toBe(404);
  });

  test("leads nowhere once expired", async () => {
    const { token, id } = await newInvitation();
    await house.sql('update "Invitation" set "expiresAt" = now() where id = $1', [id]);
    expect((await preview(token)).status).toBe(404);
    expect((await house.owner.get("/invitations")).text).not.toContain(id);
  });

  test("points at everything that a new account lacks", async () => {
    const { token } = await newInvitation();
    expect(await house.anonymous.post("/invitations/accept", { token })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/name" }, { pointer: "#/email" }, { pointer: "#/password" }] },
    });
  });

  test("asks who has an account to sign in, and tells a member that they are one", async () => {
    const { token } = await newInvitation();
    const again = { token, name: "Olga", email: emailOf("owner"), password };
    expect(await house.anonymous.post("/invitations/accept", again)).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: "#/email", code: "team.account_exists" }] },
    });
    expect(await house.reviewer.post("/invitations/accept", { token })).toMatchObject({
      status: 409,
      body: { code: "team.member_exists" },
    });
    expect((await preview(token)).status).toBe(200);
  });

  test("never gives more than its maker has", async () => {
    expect(await house.admin.post("/invitations", { role: "owner" })).toMatchObject({
      status: 403,
      body: { code: "team.grant" },
    });
    expect((await house.admin.post("/invitations", { role: "admin" })).status).toBe(201);
    expect((await house.owner.post("/invitations", { role: "owner" })).status).toBe(201);
  });
});

describe("roles", () => {
  const role = (by: House["owner"], id: string, to: string) =>
    by.patch(`/members/${id}`, { role: to });

  test("the last owner can't go, until somebody else is one", async () => {
    const { memberId } = house.owner;
    expect(await role(house.owner, memberId, "admin")).toMatchObject({
      status: 409,
      body: { code: "team.last_owner" },
    });
    expect((await role(house.owner, house.admin.memberId, "owner")).status).toBe(200);
    expect((await role(house.owner, memberId, "admin")).status).toBe(200);
    expect((await role(house.owner, memberId, "owner")).status).toBe(403);
    expect((await role(house.admin, memberId, "owner")).status).toBe(200);
    expect((await role(house.owner, house.admin.memberId, "admin")).status).toBe(200);
  });

  test("of two owners who resign at once one stays", async () => {
    const { memberId } = await invite(house.owner, { role: "owner", ...account("co-owner") });
    const co = await signIn(house.url, "co-owner@example.test");
    const answers = await Promise.all([
      role(house.owner, house.owner.memberId, "viewer"),
      role(co, memberId, "viewer"),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await house.sql("update \"Member\" set role = 'owner' where id = $1", [house.owner.memberId]);
    await role(house.owner, memberId, "viewer");
  });

  test("an admin manages everybody but owners, and makes none", async () => {
    expect((await role(house.admin, house.owner.memberId, "viewer")).status).toBe(403);
    expect((await role(house.admin, house.third.memberId, "owner")).status).toBe(403);
    expect(await role(house.admin, house.third.memberId, "viewer")).toMatchObject({
      status: 200,
      body: { id: house.third.memberId, role: "viewer" },
    });
  });

  test("a change of role holds from the very next request", async () => {
    expect((await house.third.post("/candidates", { name: "Too late" })).status).toBe(403);
    await role(house.owner, house.third.memberId, "reviewer");
    expect((await house.third.post("/candidates", { name: "In time" })).status).toBe(201);
  });

  test("an unknown member and an unknown role are told apart", async () => {
    expect((await role(house.owner, crypto.randomUUID(), "viewer")).status).toBe(404);
    expect(await role(house.owner, house.third.memberId, "god")).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/role" }] },
    });
  });
});
