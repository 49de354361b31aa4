import type { Candidate, CandidatePage } from "@highwater/shared/candidates/contract";
import type { Import } from "@highwater/shared/exchange/contract";
import type { CandidateReviews, MyReview } from "@highwater/shared/reviews/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { begin, check, checked, commit, rowsOf, undo } from "../../../test/import.js";
import { makeReviewable, mineOf, review, saveDraft, sign } from "../../../test/make.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const sheet = (...rows: string[]) =>
  ["name,website,reviewer,habit,pain,assistant,flywheel,overrun,habit reason,评语", ...rows].join(
    "\n",
  );

const idOf = async (name: string) => {
  const [row] = await house.sql(
    `select id from "Candidate" where name = $1 and "archivedAt" is null`,
    [name],
  );
  return String(row?.["id"]);
};
const reviewsOf = async (by: Client, id: string) =>
  expectStatus(await by.get<CandidateReviews>(`/candidates/${id}/reviews`), 200);

/** The six counts as they stand, and as the latest signed versions make them. */
async function expectExactCounts() {
  const levels = [0, 1, 2, 3, 4, 5];
  const stored = await house.sql(
    `select "candidateId" c, "revisionId" r, n0, n1, n2, n3, n4, n5 from "TeamScore"
      where n0 + n1 + n2 + n3 + n4 + n5 > 0 order by 1, 2`,
  );
  const counted = levels
    .map((n) => `(count(*) filter (where s.value = ${n}))::int n${n}`)
    .join(", ");
  const recomputed = await house.sql(
    `select w."candidateId" c, s."revisionId" r, ${counted}
       from "Review" w
       join "ReviewVersion" v on v."reviewId" = w.id and v."signedAt" is not null
       join "Score" s on s."versionId" = v.id
      where w."withdrawnAt" is null and s.value is not null
        and v.number = (select max(x.number) from "ReviewVersion" x
                         where x."reviewId" = w.id and x."signedAt" is not null)
      group by 1, 2 order by 1, 2`,
  );
  expect(stored).toEqual(recomputed);
  return stored.length;
}

test("a sheet of scores, several reviewers a candidate: proposed, checked, counted, hidden, undone", async () => {
  const { admin, second, third, owner } = house;
  const file = sheet(
    "Reef,https://reef.example,Sven Second,4,5,3,2,1,Daily,Strong",
    `Reef,,${third.email.toUpperCase()},1,2,n/a,4,5,,`,
    "Atoll,,sven second,0,0,0,0,0,,",
    "Lagoon,,,,,,,,,",
  );
  const dry = await checked(admin, "scores.csv", file);
  expect(dry.shape.columns.map(({ proposal }) => proposal)).toEqual([
    "name",
    "website",
    "reviewer",
    "score:habit",
    "score:pain",
    "score:assistant",
    "score:flywheel",
    "score:overrun",
    "reason:habit",
    "reviewSummary",
  ]);
  expect(dry.report).toMatchObject({ rows: 4, ready: 4, duplicates: 0, errors: 0 });
  expect(dry.report?.brings).toMatchObject({
    reviews: 3,
    people: [{ name: "Sven Second" }, { name: "Tao Third" }],
  });
  expect(await house.sql(`select 1 from "Review"`)).toEqual([]);

  const done = await commit(admin, dry.id);
  expect(done.report).toMatchObject({ added: 3, merged: 0, skipped: 0, failed: 0 });
  expect(done.report?.brings?.reviews).toBe(3);
  expect(await expectExactCounts()).toBeGreaterThan(0);
  const reef = await idOf("Reef");
  for (const by of [admin, owner, second, third])
    expect(await reviewsOf(by, reef)).toMatchObject({
      sight: "hidden",
      signed: 2,
      teamScores: null,
    });
  const own = expectStatus(await second.get<MyReview>(mineOf(reef)), 200);
  expect(own).toMatchObject({ version: 1, summary: "Strong", imported: true });
  expect(own.scores["habit"]).toEqual({ score: 4, reason: "Daily" });
  expect(own.scores["pain"]).toEqual({ score: 5, reason: null });

  expect((await undo(admin, dry.id)).report).toMatchObject({ undone: 3, left: [] });
});

test("an import never reveals, whatever it counts; whoever signs it themselves sees, and is asked to", async () => {
  const { admin, second, third, reviewer, owner } = house;
  const { id } = await makeReviewable(reviewer, { name: "Reef" });
  const rows = [second, third, reviewer, owner].map(({ email }) => `Reef,,${email},3,3,3,3,3,,`);
  const dry = await checked(admin, "scores.csv", sheet(...rows));
  expect(dry.report).toMatchObject({ duplicates: 4 });
  const done = await commit(admin, dry.id, "merge");
  expect(done.report).toMatchObject({ added: 0, merged: 1, skipped: 0, brings: { reviews: 4 } });
  const { body } = await owner.get<Candidate>(`/candidates/${id}`);
  expect(body).toMatchObject({ stage: "review", revealedAt: null });
  const queue = await second.get<{ items: { id: string }[] }>("/reviews/queue");
  expect(queue.body.items.map((item) => item.id)).toEqual([id]);
  await sign(second, id, [4, 4, 4, 4, 4]);
  const seen = await reviewsOf(second, id);
  expect(seen.reviews.length).toBe(4);
  expect(seen.reviews.map(({ mine, imported }) => [mine, imported]).sort()).toEqual([
    [false, true],
    [false, true],
    [false, true],
    [true, false],
  ]);
  await expectExactCounts();
});

test("what a member has signed here stands, before and after; drafts stay; the undo takes the rest back", async () => {
  const { admin, second, third, reviewer, owner } = house;
  const { id } = await makeReviewable(reviewer, { name: "Reef" });
  await sign(second, id, [5, 5, 5, 5, 0], "Signed here");
  await saveDraft(third, id, review([2, 2, 2, 2, 2], "My draft"));
  const rows = [second, third, reviewer].map(
    ({ email }) => `Reef,,${email},1,1,1,1,1,,From a file`,
  );
  const first = await checked(admin, "scores.csv", sheet(...rows));
  await commit(admin, first.id, "merge");
  expect((await reviewsOf(owner, id)).signed).toBe(3);
  const mine = async (by: Client) => expectStatus(await by.get<MyReview>(mineOf(id)), 200);
  expect(await mine(second)).toMatchObject({ version: 1, summary: "Signed here", imported: false });
  expect(await mine(third)).toMatchObject({ status: "amending", summary: "My draft", version: 1 });
  await expectExactCounts();

  const better = [`Reef,,${reviewer.email},4,4,4,4,4,,Corrected`];
  const again = await checked(admin, "scores.csv", sheet(...better));
  await commit(admin, again.id, "merge");
  expect(await mine(reviewer)).toMatchObject({ version: 2, summary: "Corrected" });
  expect((await undo(admin, again.id)).report).toMatchObject({ left: [] });
  expect(await mine(reviewer)).toMatchObject({ version: 1, summary: "From a file" });
  await expectExactCounts();

  await sign(third, id, [3, 3, 3, 3, 3], "Signed since");
  expect((await undo(admin, first.id)).report?.left).toEqual([
    { id, name: "Reef", reason: "reviewed" },
  ]);
  expect(await mine(second)).toMatchObject({ summary: "Signed here" });
  expect(await mine(third)).toMatchObject({ summary: "Signed since" });
  expect((await reviewer.get(mineOf(id))).status).toBe(404);
  expect((await reviewsOf(owner, id)).signed).toBe(2);
  await expectExactCounts();
});

test("whoever has stepped back stays out, and skipped rows bring nothing", async () => {
  const { admin, second, third, reviewer } = house;
  const { id } = await makeReviewable(reviewer, { name: "Reef" });
  await second.post(`/candidates/${id}/recusal`, {});
  const rows = [second, third].map(({ email }) => `Reef,,${email},3,3,3,3,3,,`);
  const dry = await checked(admin, "scores.csv", sheet(...rows));
  expect((await commit(admin, dry.id)).report).toMatchObject({
    skipped: 2,
    brings: { reviews: 0 },
  });
  expect(await house.sql(`select 1 from "Review"`)).toEqual([]);
  const merged = await checked(admin, "scores.csv", sheet(...rows));
  await commit(admin, merged.id, "merge");
  expect((await reviewsOf(third, id)).signed).toBe(1);
});

test("wrong scores, unknown reviewers and second reviews are named by row, and the rest comes in", async () => {
  const { admin } = house;
  const file = sheet(
    "A,,Sven Second,6,1,1,1,1,,",
    "B,,Nobody At All,1,1,1,1,1,,",
    "C,,,1,1,1,1,1,,",
    "D,,Sven Second,,,,,,Why,",
    "E,,Sven Second,3.5,1,1,1,1,,",
    "F,,Sven Second,1,2,3,4,5,,",
    "F,,second@example.test,1,2,3,4,4,,",
    "G,,Tao Third,2.0,,,,,,",
  );
  const dry = await check(admin, (await begin(admin, "scores.csv", file)).id, {
    mapping: [
      "name",
      "website",
      "reviewer",
      ...["habit", "pain", "assistant", "flywheel", "overrun"].map((key) => `score:${key}`),
      "reason:habit",
      "reviewSummary",
    ],
  });
  expect(dry.report).toMatchObject({ rows: 8, ready: 2, errors: 6, brings: { reviews: 2 } });
  const { items } = await rowsOf(admin, dry.id, "error");
  expect(items.map(({ row, errors }) => [row, errors[0]?.column, errors[0]?.code])).toEqual([
    [2, "habit", "imports.score"],
    [3, "reviewer", "imports.reviewer"],
    [4, "reviewer", "imports.reviewer"],
    [5, "habit", "imports.no_score"],
    [6, "habit", "imports.score"],
    [8, "reviewer", "imports.reviewed_twice"],
  ]);
  expect(items[5]?.errors[0]?.reason).toContain("Row 7");
  expect((await commit(admin, dry.id)).report).toMatchObject({ added: 2, failed: 6 });
  await expectExactCounts();
});

test("reviewers are proposed no such columns, and refused them in words; half a mapping too", async () => {
  const { admin, reviewer } = house;
  const file = sheet("Reef,,Sven Second,3,3,3,3,3,,");
  const theirs = await begin(reviewer, "scores.csv", file);
  expect(theirs.shape.columns.map(({ proposal }) => proposal)).not.toContain("reviewer");
  const asked = async (by: Client, one: Import, mapping: string[]) => {
    const { status, body } = await by.post<{
      errors: { pointer: string; code: string; message: string }[];
    }>(`/imports/${one.id}/check`, { mapping });
    expect(status).toBe(422);
    return body.errors[0];
  };
  expect(await asked(reviewer, theirs, ["name", "skip", "reviewer", "score:habit"])).toMatchObject({
    pointer: "#/mapping/2",
    code: "imports.needs_admin",
    message: expect.stringContaining("owner's or admin's"),
  });
  const mine = await begin(admin, "scores.csv", file);
  expect(await asked(admin, mine, ["name", "skip", "skip", "score:habit"])).toMatchObject({
    pointer: "#/mapping/3",
    code: "imports.no_reviewer",
  });
  expect(await asked(admin, mine, ["name", "skip", "reviewer"])).toMatchObject({
    code: "imports.no_scores",
  });
  expect(await asked(admin, mine, ["name", "skip", "reviewer", "score:charm"])).toMatchObject({
    pointer: "#/mapping/3",
    code: "imports.target",
  });
});

test("nobody but who has the file sees in its import what is in the reviews", async () => {
  const { admin, owner, reviewer } = house;
  const file = sheet(
    "Reef,,Sven Second,4,5,3,2,1,Zanzibar,Zanzibar",
    `Atoll,,Sven Second,4,5,3,2,Zanzibar,${"Zanzibar ".repeat(300)},`,
  );
  const dry = await checked(admin, "scores.csv", file);
  expect(JSON.stringify(dry)).toContain("Zanzibar");
  for (const by of [owner, reviewer]) {
    const told = [
      await by.get(`/imports/${dry.id}`),
      await by.get("/imports"),
      await by.get(`/imports/${dry.id}/rows`),
      await by.get(`/imports/${dry.id}/errors.csv`),
    ];
    for (const { status, text } of told) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/Zanzibar|Sven Second/);
    }
  }
  await commit(admin, dry.id);
  expect((await reviewer.post(`/imports/${dry.id}/undo`)).status).toBe(403);
  expect((await undo(owner, dry.id)).state).toBe("undone");
});

test("who is signed for may sign it as it is, and sees from then on", async () => {
  const { admin, second, third } = house;
  const reasons = [
    "habit reason",
    "pain reason",
    "assistant reason",
    "flywheel reason",
    "overrun reason",
  ];
  const file = [
    `name,reviewer,habit,pain,assistant,flywheel,overrun,${reasons.join(",")},评语`,
    "Reef,Sven Second,4,5,3,2,1,a,b,c,d,e,Strong",
    "Reef,Tao Third,1,1,1,1,1,,,,,,",
  ].join("\n");
  const dry = await checked(admin, "scores.csv", file);
  await commit(admin, dry.id);
  const id = await idOf("Reef");
  expect(await reviewsOf(second, id)).toMatchObject({ sight: "hidden", mine: "draft" });
  const { etag } = await second.get(mineOf(id));
  const signed = await second.post<MyReview>(`${mineOf(id)}/sign`, undefined, { "if-match": etag });
  expect(signed).toMatchObject({
    status: 200,
    body: { status: "signed", version: 2, imported: false },
  });
  expect(await reviewsOf(second, id)).toMatchObject({ sight: "signed", signed: 2, mine: "signed" });
  expect((await second.post(`${mineOf(id)}/sign`)).status).toBe(409);
  expect(await third.post(`${mineOf(id)}/sign`)).toMatchObject({
    status: 422,
    body: { code: "reviews.incomplete" },
  });
  expect((await reviewsOf(third, id)).sight).toBe("hidden");
  await expectExactCounts();
});

test("Chinese headers, a problem column beside, and XLSX-like numbers", async () => {
  const { admin } = house;
  const file =
    "项目名称,评审人,习惯,痛点,助手,飞轮,风险,痛点理由\n小冰,Sven Second,5,4,3,2,1,每天都用\n讯飞,Tao Third,未评估,1,1,1,1,";
  const dry = await checked(admin, "打分.csv", file);
  expect(dry.shape.columns.map(({ proposal }) => proposal)).toEqual([
    "name",
    "reviewer",
    "score:habit",
    "score:pain",
    "score:assistant",
    "score:flywheel",
    "score:overrun",
    "reason:pain",
  ]);
  await commit(admin, dry.id);
  const { items } = (await admin.get<CandidatePage>("/candidates")).body;
  expect(items.length).toBe(2);
  const plain = await begin(admin, "p.csv", "name,pain\nReef,People forget\nAtoll,Too slow");
  expect(plain.shape.columns.map(({ proposal }) => proposal)).toEqual(["name", "problem"]);
});
