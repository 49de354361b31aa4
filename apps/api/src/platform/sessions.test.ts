import { cookieOf } from "../../test/client.js";
import { emailOf, password, signIn } from "../../test/furniture.js";
import { type House, openHouse } from "../../test/house.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const enter = (email: string, secret: string) =>
  house.anonymous.post("/api/auth/sign-in/email", { email, password: secret });

describe("signing in", () => {
  test("opens the team, in whatever case the e-mail is written", async () => {
    const { status, headers } = await enter("OWNER@example.test", password);
    expect(status).toBe(200);
    const [cookie = ""] = headers.getSetCookie();
    expect(cookie).toMatch(/^highwater=.*; HttpOnly/i);
    expect(cookie).not.toMatch(/; Secure/i);
    const me = await house.anonymous.with({ cookie: cookieOf(headers) }).get("/me");
    expect(me.body).toMatchObject({ user: { email: emailOf("owner") } });
  });

  test("a wrong password and an unknown e-mail are the same problem", async () => {
    const wrong = await enter(emailOf("owner"), "not the password");
    const unknown = await enter("nobody@example.test", "not the password");
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get("content-type")).toContain("application/problem+json");
    expect(wrong.body).toMatchObject({ status: 401, instance: "/api/auth/sign-in/email" });
    expect(unknown.text).toBe(wrong.text);
  });

  test("a sample member and an empty password are refused, never a fault of ours", async () => {
    expect((await enter("", "")).status).toBeGreaterThanOrEqual(400);
    expect((await enter("", "")).status).toBeLessThan(500);
    expect((await house.anonymous.post("/api/auth/sign-in/email", {})).status).toBeLessThan(500);
  });
});

test("nobody can make an account by themselves", async () => {
  const count = () => house.sql('select count(*)::int n from "User"');
  const before = await count();
  const answer = await house.anonymous.post("/api/auth/sign-up/email", {
    name: "Eve",
    email: "eve@example.test",
    password,
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(await count()).toEqual(before);
});

test("signing out ends this session and no other", async () => {
  const [leaving, staying] = [
    await signIn(house.url, emailOf("third")),
    await signIn(house.url, emailOf("third")),
  ];
  expect((await leaving.post("/api/auth/sign-out", {})).status).toBe(200);
  expect((await leaving.get("/me")).status).toBe(401);
  expect((await staying.get("/me")).status).toBe(200);
});

test("an expired session is no session", async () => {
  const late = await signIn(house.url, emailOf("second"));
  await house.sql('update "Session" set "expiresAt" = now() - interval \'1 second\'');
  expect((await late.get("/me")).status).toBe(401);
  await house.sql('update "Session" set "expiresAt" = now() + interval \'1 day\'');
});

test("a forged cookie is no session", async () => {
  const forged = house.owner.cookie.replace(/=(.)/, (_, c) => (c === "a" ? "=b" : "=a"));
  expect((await house.anonymous.with({ cookie: forged }).get("/me")).status).toBe(401);
});

describe("a page of another site", () => {
  const input = { name: "Planted" };

  test.each([
    ["names itself as the origin", { origin: "https://evil.example" }],
    ["has no origin to name", { origin: "null" }],
    ["calls from another site", { "sec-fetch-site": "cross-site" }],
    ["stands at our address on another port", { origin: "http://127.0.0.1:1" }],
  ])("may not write with the user's cookie: it %s", async (_, headers) => {
    const answer = await house.owner.post("/candidates", input, headers as Record<string, string>);
    expect(answer).toMatchObject({ status: 403, body: { code: "foreign_origin" } });
  });

  test("our own page may, and so may a program that names no origin", async () => {
    const own = { origin: house.url, "sec-fetch-site": "same-origin" };
    expect((await house.owner.post("/candidates", input, own)).status).toBe(201);
    expect((await house.owner.post("/candidates", input)).status).toBe(201);
  });

  test("may not sign anybody out either", async () => {
    const victim = await signIn(house.url, emailOf("viewer"));
    await victim.post("/api/auth/sign-out", {}, { origin: "https://evil.example" });
    expect((await victim.get("/me")).status).toBe(200);
  });
});
