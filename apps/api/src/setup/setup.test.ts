import { expectStatus, password, signIn } from "../../test/furniture.js";
import { openEmptyHouse, setupToken } from "../../test/house.js";
import { SetupService } from "./setup.service.js";

type EmptyHouse = Awaited<ReturnType<typeof openEmptyHouse>>;

const first = {
  name: "Ada Lovelace",
  email: "Ada@Example.test",
  password,
  teamName: "Café du Nord",
};

describe("the first run in a browser", () => {
  let house: EmptyHouse;
  let token: string;
  beforeAll(async () => {
    house = await openEmptyHouse({ BASE_URL: "https://tide.example.test/" });
    token = await setupToken(house.app);
  });
  afterAll(() => house.close());

  test("waits for its first user, and says so to anybody", async () => {
    expect((await house.anonymous.get("/setup")).body).toEqual({ needed: true });
  });

  test("the printed link leads to the public address and is the same on every replica", async () => {
    const links = [
      await house.app.get(SetupService).link(),
      await house.app.get(SetupService).link(),
    ];
    expect(links[0]).toBe(`https://tide.example.test/setup?token=${token}`);
    expect(links[1]).toBe(links[0]);
  });

  test("a wrong token is refused where it stands, and makes nobody", async () => {
    const answer = await house.anonymous.post("/setup", { token: `${token}x`, ...first });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/token", code: "setup.token" }] },
    });
    expect(await house.sql('select id from "User"')).toEqual([]);
  });

  test("an unfit password and an empty name are both pointed at", async () => {
    const answer = await house.anonymous.post("/setup", {
      token,
      ...first,
      name: "   ",
      password: "too short",
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/name" }, { pointer: "#/password" }] },
    });
  });

  test("of eight set-ups at once exactly one founds the team, and the token is then spent", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => house.anonymous.post("/setup", { token, ...first })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(await house.sql('select count(*)::int n from "Team"')).toEqual([{ n: 1 }]);
    expect(
      await house.anonymous.post("/setup", { token, ...first, email: "eve@example.test" }),
    ).toMatchObject({ status: 409, body: { code: "setup.done" } });
    expect((await house.anonymous.get("/setup")).body).toEqual({ needed: false });
    expect(await house.app.get(SetupService).link()).toBeNull();
  });

  test("a spent house tells a wrong token nothing more than before", async () => {
    expect((await house.anonymous.post("/setup", { token: "x", ...first })).status).toBe(422);
  });

  test("the founder owns the team, with the rubric of the minutes and an empty pipeline", async () => {
    const secured = house.anonymous.with({ "x-forwarded-proto": "https" });
    const signedIn = await secured.post("/api/auth/sign-in/email", {
      email: "ada@example.test",
      password,
    });
    expectStatus(signedIn, 200);
    expect(await house.sql('select slug, name from "Team"')).toEqual([
      { slug: "cafe-du-nord", name: "Café du Nord" },
    ]);
    expect(await house.sql('select role::text from "Member"')).toEqual([{ role: "owner" }]);
    expect(await house.sql('select count(*)::int n from "Candidate"')).toEqual([{ n: 0 }]);
    expect(await house.sql('select count(*)::int n from "RubricCriterion"')).toEqual([{ n: 5 }]);
  });

  test("cookies of an https deployment are __Host-, Secure and out of reach of scripts", async () => {
    const { headers } = await house.anonymous.post("/api/auth/sign-in/email", {
      email: "ada@example.test",
      password,
    });
    const [cookie = ""] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-highwater=/);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
  });
});

describe("the first run without a browser", () => {
  let house: EmptyHouse;
  beforeAll(async () => {
    house = await openEmptyHouse({
      HIGHWATER_OWNER_EMAIL: "host@example.test",
      HIGHWATER_OWNER_PASSWORD: password,
      HIGHWATER_TEAM: "深水 Deep",
      HIGHWATER_SAMPLE: "1",
    });
  });
  afterAll(() => house.close());

  test("creates owner, team and sample once; a second start changes nothing", async () => {
    const setup = house.app.get(SetupService);
    expect(await setup.runHeadless()).toBe(true);
    expect(await setup.runHeadless()).toBe(false);
    const owner = await signIn(house.url, "host@example.test");
    expect((await owner.get("/me")).body).toMatchObject({
      memberships: [{ role: "owner", team: { name: "深水 Deep", slug: "deep" } }],
    });
    expect((await owner.get("/ranking")).body).toMatchObject({ count: 16, ranked: 16 });
  });

  test("sample members stand apart and nobody can sign in as them", async () => {
    const owner = await signIn(house.url, "host@example.test");
    const { items } = (await owner.get<{ items: { sample: boolean; email: null }[] }>("/members"))
      .body;
    expect(items.map(({ sample }) => sample)).toEqual([false, true, true, true]);
    expect(items.slice(1).map(({ email }) => email)).toEqual([null, null, null]);
  });
});
