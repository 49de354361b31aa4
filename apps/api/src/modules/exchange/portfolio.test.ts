import type { CandidatePage } from "@highwater/shared/candidates/contract";
import type { Comments, Disagreements } from "@highwater/shared/discussion/contract";
import { mentionOf } from "@highwater/shared/discussion/mentions";
import type { Import } from "@highwater/shared/exchange/contract";
import { ExportQuery } from "@highwater/shared/exchange/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import type { Member } from "@highwater/shared/team/contract";
import type { Answer, Client } from "../../../test/client.js";
import { expectStatus, password, signIn } from "../../../test/furniture.js";
import { type House, openEmptyHouse, openHouse, setupToken } from "../../../test/house.js";
import { begin, check, commit, rowsOf, undo, upload } from "../../../test/import.js";
import {
  makeCandidate,
  makeReviewable,
  moveTo,
  review,
  saveDraft,
  sign,
} from "../../../test/make.js";
import { ExportsService } from "./exports.service.js";

const nobody = "00000000-0000-0000-0000-000000000000";
type Emptied = Awaited<ReturnType<typeof openEmptyHouse>>;

/** The full copy, as the host's command line makes it. */
async function fullCopy({ app, sql }: Pick<House, "app" | "sql">): Promise<string> {
  const [team] = await sql(`select id from "Team"`);
  const viewer = { teamId: String(team?.["id"]), memberId: nobody };
  const query = ExportQuery.parse({});
  const pieces: Buffer[] = [];
  for await (const piece of await app.get(ExportsService).stream(viewer, "json", query, true))
    pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}

interface Portfolio {
  candidates: {
    facts: { name: string };
    extras: {
      revealedAt: string | null;
      reviews: { by: { name: string }; earlier: object[] }[];
      evidence: object[];
      comments: object[];
      champions: object[];
      disagreements: object[];
      assignments: object[];
    };
  }[];
  digest: string;
}
const read = (text: string) => JSON.parse(text) as Portfolio;

/** A team that nobody but its owner has entered. */
async function emptyTeam(): Promise<{ house: Emptied; owner: Client }> {
  const house = await openEmptyHouse();
  const email = "somebody@else.test";
  const facts = { name: "Somebody Else", email, password, teamName: "Second shore" };
  const token = await setupToken(house.app);
  expectStatus(await house.anonymous.post("/setup", { token, ...facts, sample: false }), 201);
  return { house, owner: await signIn(house.url, email) };
}

async function restore(owner: Client, text: string, name = "portfolio.json") {
  const { id } = await begin(owner, name, text);
  const dry = await check(owner, id, { mapping: [] });
  return { dry, done: await commit(owner, id) };
}

const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
const png = Buffer.concat([
  Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6300010000050001",
    "hex",
  ),
  Buffer.alloc(1_500_000, 7),
]);

async function sendFile(by: Client, name: string, bytes: Buffer): Promise<string> {
  const answer = await fetch(`${by.url}/api/v1/files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { cookie: by.cookie, "content-type": "application/octet-stream" },
    body: new Uint8Array(bytes),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Everything that may hang on a candidate, beside the sample portfolio. */
function done<T>(answer: Answer<T>): T {
  return expectStatus(answer, answer.status < 300 ? answer.status : 200);
}

async function fill(house: House) {
  const { owner, admin, reviewer, second, third } = house;
  const field = async (input: object) =>
    done(await owner.post<{ id: string; key: string }>("/fields", input));
  await field({ name: "轮次", type: "select", options: ["种子", "A", "B+"] });
  await field({ name: "City 城市", type: "text" });
  await field({ name: "Raised", type: "money" });
  const gone = await field({ name: "Old rank", type: "number" });
  const keys = (await owner.get<{ items: { key: string; name: string }[] }>("/fields")).body.items;
  const keyOf = (name: string) => keys.find((one) => one.name === name)?.key ?? "";
  const chinese = await makeReviewable(reviewer, {
    name: "小冰 “陪伴”，\n".trim(),
    website: "https://xiaobing.example/产品?x=1",
    thesis: "每天都会聊的伙伴",
    notes: "一\n二\r\n\t三 🐋",
    tags: ["陪伴", "语音"],
    people: [{ name: "李未", role: "CEO", link: null, knownBy: "王" }],
    painScenarios: [{ name: "孤独", frequency: "daily", saving: null }],
    ownerId: third.memberId,
    confidential: true,
    qualityNow: 70,
    fields: {
      [keyOf("轮次")]: "B+",
      [keyOf("City 城市")]: "杭州",
      [keyOf("Raised")]: { amount: 12_000_000.5, currency: "CNY" },
      [gone.key]: 7,
    },
  });
  done(await owner.delete(`/fields/${gone.id}`));
  await sign(second, chinese.id, [5, 4, 3, 2, 1], "第一次");
  await sign(second, chinese.id, [4, 4, 3, null, 0], "第二次");
  await sign(third, chinese.id, [1, 2, 3, 4, 5], "Hidden words");
  await saveDraft(admin, chinese.id, review([3, 3, 3, 3, 3]));
  done(await reviewer.post(`/candidates/${chinese.id}/recusal`, { reason: "投资人" }));
  const evidence = async (input: object) =>
    done(await reviewer.post(`/candidates/${chinese.id}/evidence`, input));
  await evidence({
    kind: "file",
    fileId: await sendFile(reviewer, "备忘 1.pdf", pdf),
    title: "备忘",
  });
  await evidence({
    kind: "file",
    fileId: await sendFile(reviewer, "图.png", png),
    status: "first-hand",
  });
  await evidence({
    kind: "file",
    fileId: await sendFile(reviewer, "备忘 1.pdf", pdf),
    title: "Twice",
  });
  await evidence({ kind: "call", who: "CEO", on: "2026-10-01", text: "他说：**好**" });
  await evidence({ kind: "link", url: "https://news.example/a?b=c", status: "hearsay" });
  const trial = { task: "写一封信", grade: 61, on: "2026-09-09", status: "first-hand", note: null };
  done(await second.post(`/candidates/${chinese.id}/trials`, trial));
  const revealed = await makeReviewable(owner, { name: "Twin" });
  for (const by of [reviewer, second]) await sign(by, revealed.id, [3, 3, 3, 3, 3]);
  await sign(third, revealed.id, [0, 3, 3, 3, 0]);
  await talk(house, chinese.id, revealed.id);
  const twin = await makeCandidate(owner, { name: "Twin" });
  const decide = async (id: string, input: object) =>
    done(await owner.post(`/candidates/${id}/decision`, input));
  await decide(twin.id, { outcome: "pass", reason: "太早" });
  done(await owner.delete(`/candidates/${twin.id}/decision`));
  await decide(twin.id, { outcome: "watch", trigger: "when it pays", nextLook: "2027-01-31" });
  const archived = await makeCandidate(owner, { name: "Twin", website: "https://twin.example" });
  await moveTo(owner, archived.id, "screening");
  done(await owner.delete(`/candidates/${archived.id}`));
}

/** Comments on a hidden one and a revealed one; of the revealed one champions and disagreements; assignments. */
async function talk({ owner, admin, second, third, viewer }: House, hidden: string, open: string) {
  const say = async (by: Client, id: string, text: string, more = {}) =>
    done(await by.post<{ id: string }>(`/candidates/${id}/comments`, { text, ...more })).id;
  const to = (who: Client) => mentionOf({ name: who.name, memberId: who.memberId });
  const thread = await say(second, hidden, `${to(owner)}，看 **这里** ${to(third)}`, {
    criterion: "pain",
  });
  await say(third, hidden, `Answer to ${to(second)}`, { parentId: thread });
  const gone = await say(third, hidden, "Never mind.", { parentId: thread });
  done(await third.delete(`/comments/${gone}`));
  const { etag } = await second.get(`/comments/${thread}`);
  const match = { "if-match": etag };
  done(await second.patch(`/comments/${thread}`, { text: `只看 ${to(third)}` }, match));
  done(await second.post(`/comments/${thread}/resolve`));
  const { items } = done(
    await viewer.get<{ items: { id: string }[] }>(`/candidates/${open}/evidence`),
  );
  expect(items).toEqual([]);
  const link = { kind: "quote", text: "They pay. They stay.", title: "Call" };
  const cited = done(await owner.post<{ id: string }>(`/candidates/${open}/evidence`, link)).id;
  const citations = [{ evidenceId: cited, quote: "They pay." }];
  await say(admin, open, "See there.", { citations });
  const removed = await say(admin, open, "Taken back.");
  await say(owner, open, "But said.", { parentId: removed });
  done(await admin.delete(`/comments/${removed}`));
  done(await third.post(`/candidates/${open}/champion`, { reason: "逆潮" }));
  const apart = done(
    await owner.get<{ items: { id: string }[] }>(`/candidates/${open}/disagreements`),
  ).items;
  expect(apart).toHaveLength(2);
  const settled = `/candidates/${open}/disagreements/${apart[0]?.id}/settle`;
  done(await owner.post(settled, { note: "谈过了。" }));
  const asked = [second, third].map(({ memberId }) => memberId);
  const assign = { candidateIds: [hidden], memberIds: asked, dueOn: "2030-02-28" };
  done(await admin.post("/assignments", assign));
}

describe("a portfolio into an empty team", () => {
  let from: House;
  let into: Emptied;
  let owner: Client;
  let copy: string;
  let restored: { dry: Import; done: Import };
  beforeAll(async () => {
    from = await openHouse({ sample: true });
    await fill(from);
    copy = await fullCopy(from);
    ({ house: into, owner } = await emptyTeam());
    restored = await restore(owner, copy);
  }, 180_000);
  afterAll(async () => {
    await from.close();
    await into.close();
  });

  test("is the same team: both digests are equal, and nothing is lost on the way", async () => {
    const again = await fullCopy(into);
    const sorted = (text: string) =>
      read(text).candidates.map((one) =>
        JSON.stringify(one, (key, value) => (key === "email" ? undefined : value)),
      );
    expect(sorted(again).sort()).toEqual(sorted(copy).sort());
    expect(read(again).digest).toBe(read(copy).digest);
  });

  test("says before what comes along, whom it names and that it is as it was written", () => {
    const { dry, done } = restored;
    const count = read(copy).candidates.length;
    expect(dry).toMatchObject({
      state: "checked",
      report: { rows: count, ready: count, errors: 0 },
    });
    expect(dry.report?.brings).toMatchObject({
      intact: true,
      files: 3,
      decisions: 2,
      fields: ["轮次", "City 城市", "Raised", "Old rank"],
    });
    expect(dry.report?.brings?.people.every(({ here }) => !here)).toBe(true);
    expect(done.report).toMatchObject({ added: count, merged: 0, skipped: 0 });
    expect(done.report?.brings).toEqual(dry.report?.brings);
  });

  test("keeps who has no account apart, and they can't sign in", async () => {
    const { items } = expectStatus(await owner.get<{ items: Member[] }>("/members"), 200);
    expect(items.filter(({ sample }) => !sample).map(({ name }) => name)).toEqual([
      "Somebody Else",
    ]);
    expect(items.filter(({ sample }) => sample).map(({ email }) => email)).not.toContain(
      expect.anything(),
    );
    expect(items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Olga Owner", "Sven Second", "Tao Third"]),
    );
  });

  test("goes on where the team stood: threads, mentions, champions, disagreements, assignments", async () => {
    const [twin] = (await owner.get<RankingPage>("/ranking?q=Twin&limit=200")).body.items;
    const at = `/candidates/${twin?.id}`;
    const { items: said } = done(await owner.get<Comments>(`${at}/comments`));
    expect(said.map(({ text, removed }) => [text, removed])).toEqual([
      ["See there.", false],
      ["", true],
      ["But said.", false],
    ]);
    expect(said[0]?.citations).toMatchObject([{ quote: "They pay." }]);
    expect(said[2]?.parentId).toBe(said[1]?.id);
    const { items: apart } = done(await owner.get<Disagreements>(`${at}/disagreements`));
    expect(apart.map(({ note, settledBy }) => [note, settledBy?.name])).toEqual([
      ["谈过了。", "Olga Owner"],
      [null, undefined],
    ]);
    const champions = done(await owner.get<{ items: object[] }>(`${at}/champion`)).items;
    expect(champions).toMatchObject([{ by: { name: "Tao Third" }, reason: "逆潮" }]);
    const asked = done(await owner.get<{ items: object[] }>("/assignments")).items;
    expect(asked).toMatchObject([{ dueOn: "2030-02-28" }, { dueOn: "2030-02-28" }]);
    const named = await into.sql(
      `select distinct m.name from "Comment" c join "Member" m on m.id = any(c.mentions) order by 1`,
    );
    expect(named.map(({ name }) => name)).toEqual(["Sven Second", "Tao Third"]);
  });

  test("holds of what was said only what its exporter sees", async () => {
    const talkIn = async (by: Client) => {
      const { candidates } = read((await by.get("/exports/candidates.json")).text);
      const named = (name: RegExp) => candidates.find(({ facts }) => name.test(facts.name))?.extras;
      const [hidden, open] = [named(/小冰/), candidates.find(({ extras }) => extras.champions[0])];
      return [hidden?.comments.length, hidden?.assignments.length, open?.extras.comments.length];
    };
    expect(await talkIn(from.second)).toEqual([1, 2, 2]);
    for (const blind of [from.owner, from.viewer, from.reviewer])
      expect(await talkIn(blind)).toEqual([0, 2, 2]);
  });

  test("ranks as it did, to the last digit", async () => {
    const ranks = async (by: Client) =>
      (await by.get<RankingPage>("/ranking?limit=200")).body.items.map(({ name, rank, total }) => [
        name,
        rank,
        total,
      ]);
    expect(await ranks(owner)).toEqual(await ranks(from.viewer));
  });

  test("shows nobody what was hidden, not even its importer", async () => {
    const { body } = await owner.get<CandidatePage>(`/candidates?q=${encodeURIComponent("小冰")}`);
    const [hidden] = body.items;
    const { text } = await owner.get<CandidateReviews>(`/candidates/${hidden?.id}/reviews`);
    expect(JSON.parse(text)).toMatchObject({ sight: "hidden", signed: 2, reviews: [] });
    const mine = (await owner.get("/exports/candidates.json")).text;
    expect(mine).not.toContain("Hidden words");
  });

  test("hands out its files, byte for byte", async () => {
    const [row] = await into.sql(
      `select f.id, f.size::int as size from "File" f join "Evidence" e on e."fileId" = f.id where f.name = '图.png'`,
    );
    const answer = await fetch(`${owner.url}/api/v1/files/${row?.["id"]}`, {
      headers: { cookie: owner.cookie },
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
  });

  test("a second time it is all there already", async () => {
    const { dry, done } = await restore(owner, copy);
    const live = read(copy).candidates.length - 1;
    expect(dry.report).toMatchObject({ duplicates: live, ready: 1 });
    expect(dry.report?.brings?.people.every(({ here }) => here)).toBe(true);
    expect(done.report).toMatchObject({ added: 1, skipped: live });
    expect(await undo(owner, done.id)).toMatchObject({ state: "undone" });
  });

  test("merged into what stands here it doubles nothing, and the undo leaves no trace", async () => {
    const count = async (table: string) =>
      Number((await into.sql(`select count(*) as n from "${table}"`))[0]?.["n"]);
    const tables = ["Evidence", "Trial", "Review", "ReviewVersion", "Decision"];
    const before = await Promise.all(tables.map(count));
    const { id } = await begin(owner, "portfolio.json", copy);
    await check(owner, id, { mapping: [] });
    expect((await commit(owner, id, "merge")).state).toBe("committed");
    expect(await Promise.all(tables.map(count))).toEqual(before);
    expect((await undo(owner, id)).state).toBe("undone");
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  test("undone, all of it is archived, but for what somebody has worked on", async () => {
    const { body } = await owner.get<CandidatePage>(`/candidates?q=${encodeURIComponent("小冰")}`);
    const [worked] = body.items;
    await sign(owner, worked?.id ?? "", [2, 2, 2, 2, 2]);
    const undone = await undo(owner, restored.done.id);
    expect(undone.report?.left).toEqual([
      { id: worked?.id, name: worked?.name, reason: "reviewed" },
    ]);
    expect((await owner.get<CandidatePage>("/candidates")).body.count).toBe(1);
  });
});

describe("a portfolio file that is not as it should be", () => {
  let house: House;
  let text: string;
  beforeAll(async () => {
    house = await openHouse();
    const { id } = await makeReviewable(house.reviewer, {
      name: "Reef",
      website: "https://reef.example",
    });
    await sign(house.second, id, [4, 4, 4, 4, 2], "Zanzibar");
    const fileId = await sendFile(house.reviewer, "memo.pdf", pdf);
    done(await house.reviewer.post(`/candidates/${id}/evidence`, { kind: "file", fileId }));
    text = await fullCopy(house);
  });
  afterAll(() => house.close());

  const refused = async (bytes: string, name = "portfolio.json") => {
    const { status, body } = await upload(house.admin, name, bytes);
    if (status !== 201) return { code: body.code, detail: body.detail };
    const dry = await check(house.admin, body.id, { mapping: [] });
    return { code: dry.problem?.code, detail: dry.problem?.detail };
  };

  test.each([
    ["cut off", (whole: string) => whole.slice(0, -40), "imports.broken_off"],
    [
      "a newer one",
      (whole: string) => whole.replace('"version":1', '"version":7'),
      "imports.portfolio_version",
    ],
    [
      "without its fields",
      (whole: string) => whole.replace('"fields":', '"felder":'),
      "imports.portfolio_head",
    ],
    [
      "with a broken candidate",
      (whole: string) => whole.replace('"facts":{', '"facts":{{'),
      "imports.broken_json",
    ],
    [
      "with a damaged file",
      (whole: string) => whole.replace(/"base64":"JVBER/, '"base64":"JVBFR'),
      "imports.file_broken",
    ],
    [
      "without its files",
      (whole: string) => whole.replace(/"files":\[[^\]]*\]/, '"files":[]'),
      "imports.file_missing",
    ],
    [
      "without candidates",
      (whole: string) =>
        whole.replace(/"candidates":\[.*\n\],"files":\[.*\]/s, '"candidates":[],"files":[]'),
      "imports.no_rows",
    ],
  ])("%s is refused in words", async (_, change, code) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    const told = await refused(changed);
    expect(told.code).toBe(code);
    expect(told.detail?.length).toBeGreaterThan(20);
  });

  test("is refused to whoever may not speak for others, in words, and not kept", async () => {
    for (const by of [house.reviewer, house.second]) {
      const { status, body } = await upload(by, "refused.json", text);
      expect([status, body.code]).toEqual([403, "imports.needs_admin"]);
    }
    expect(await house.sql(`select 1 from "File" where name = 'refused.json'`)).toEqual([]);
  });

  test("is refused to an admin who is one no more when it is committed", async () => {
    const { id } = await begin(house.admin, "portfolio.json", text);
    await check(house.admin, id, { mapping: [] });
    const role = (name: string) =>
      house.sql(`update "Member" set role = $1::"Role" where id = $2`, [
        name,
        house.admin.memberId,
      ]);
    await role("reviewer");
    const answer = await house.admin.post(`/imports/${id}/commit`, { duplicates: "keep" });
    await role("admin");
    expect(answer).toMatchObject({ status: 403, body: { code: "imports.needs_admin" } });
  });

  test("edited by hand and laid out anew it is read, and said to be changed", async () => {
    const laidOut = JSON.stringify(JSON.parse(text), null, 2);
    const { id } = await begin(house.admin, "renamed.txt", `\uFEFF${laidOut}`);
    const same = await check(house.admin, id, { mapping: [] });
    expect(same).toMatchObject({
      report: { rows: 1, errors: 0, brings: { intact: true, files: 1 } },
    });
    const { id: other } = await begin(house.admin, "p.json", text.replace("Reef", "Atoll"));
    const changed = await check(house.admin, other, { mapping: [] });
    expect(changed.report).toMatchObject({ rows: 1, errors: 0, brings: { intact: false } });
  });

  test("a wrong candidate is named by its place, and the others come in", async () => {
    const whole = JSON.parse(text) as { candidates: Record<string, unknown>[] };
    const [good] = whole.candidates;
    const strange = (change: object) => ({ ...structuredClone(good), ...change });
    const file = {
      ...whole,
      candidates: [
        good,
        strange({ facts: { name: "Bad market", market: "Mars" } }),
        strange({ facts: { name: "Nul \u0000" } }),
        strange({ facts: { name: "Field" }, fields: { nowhere: "x" } }),
      ],
    };
    const { id } = await begin(house.admin, "p.json", JSON.stringify(file));
    const dry = await check(house.admin, id, { mapping: [] });
    expect(dry.report).toMatchObject({ rows: 4, errors: 3 });
    const { items } = await rowsOf(house.admin, id, "error");
    expect(items.map(({ row, name, errors }) => [row, name, errors[0]?.column])).toEqual([
      [2, "Bad market", "facts.market"],
      [3, null, ""],
      [4, "Field", "fields.nowhere"],
    ]);
  });

  test("into its own team, kept beside: members are known by e-mail, and none of it opens anything", async () => {
    const { id } = await begin(house.admin, "p.json", text);
    const dry = await check(house.admin, id, { mapping: [] });
    expect(dry.report?.brings?.people.map(({ name, here }) => [name, here]).sort()).toEqual([
      ["Rosa Reviewer", true],
      ["Sven Second", true],
    ]);
    const kept = await commit(house.admin, id, "keep");
    expect(kept.report).toMatchObject({ added: 1, brings: { reviews: 1, files: 1 } });
    const { items } = (await house.admin.get<CandidatePage>(`/candidates?import=${id}`)).body;
    const at = `/candidates/${items[0]?.id}/reviews`;
    for (const by of [house.second, house.admin, house.owner])
      expect((await by.get<CandidateReviews>(at)).body).toMatchObject({
        sight: "hidden",
        signed: 1,
        teamScores: null,
      });
    const { items: members } = (await house.owner.get<{ items: Member[] }>("/members")).body;
    expect(members.filter(({ sample }) => sample)).toEqual([]);
    await sign(house.second, items[0]?.id ?? "", [1, 1, 1, 1, 1], "Mine by now");
    expect((await undo(house.admin, id)).report?.left).toMatchObject([{ reason: "reviewed" }]);
  });
});
