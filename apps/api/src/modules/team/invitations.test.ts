import type { CreatedInvitation } from "@highwater/shared/team/contract";
import { emailOf, expectStatus, password, signIn } from "../../../test/furniture.js";
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
      body: { code: "team.invitation_used" },
    });
  });

  test("leads nowhere once withdrawn, and another team's can't be withdrawn", async () => {
    const { token, id } = await newInvitation();
    expect((await house.admin.delete(`/invitations/${id}`)).status).toBe(204);
    expect(await preview(token)).toMatchObject({
      status: 404,
      body: { code: "team.invitation_gone" },
    });
    expect(
      (await house.anonymous.post("/invitations/accept", { token, ...account("late") })).status,
    ).toBe(404);
    expect((await house.admin.delete(`/invitations/${id}`)).status).toBe(404);
  });

  test("leads nowhere once expired", async () => {
    const { token, id } = await newInvitation();
    await house.sql('update "Invitation" set "expiresAt" = now() where id = $1', [id]);
    expect(await preview(token)).toMatchObject({
      status: 404,
      body: { code: "team.invitation_expired" },
    });
    expect(
      await house.anonymous.post("/invitations/accept", { token, ...account("tardy") }),
    ).toMatchObject({ status: 404, body: { code: "team.invitation_expired" } });
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

  test("gives no more than its maker still has when it is accepted", async () => {
    const { token } = expectStatus(
      await house.admin.post<CreatedInvitation>("/invitations", { role: "admin" }),
      201,
    );
    const { memberId } = house.admin;
    for (const [fall, rise] of [
      [{ role: "reviewer" }, { role: "admin" }],
      [{ suspended: true }, { suspended: false }],
    ]) {
      await house.owner.patch(`/members/${memberId}`, fall);
      expect(await preview(token)).toMatchObject({ body: { code: "team.invitation_gone" } });
      await house.owner.patch(`/members/${memberId}`, rise);
      expect((await preview(token)).status).toBe(200);
    }
  });
});
