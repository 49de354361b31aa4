import type {
  Assignment,
  AssignmentPage,
  AssignmentReport,
  Progress,
} from "@highwater/shared/assignments/contract";
import type { Client } from "../../../test/client.js";
import { emailOf, expectStatus, invite, signIn } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, sign } from "../../../test/make.js";

let house: House;
let first: string;
let other: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  first = (await makeReviewable(house.owner)).id;
  other = (await makeReviewable(house.owner)).id;
});
afterAll(() => house.close());

const fine = [3, 3, 3, 3, 3];
const assign = (by: Client, body: object, headers = {}) =>
  by.post<AssignmentReport>("/assignments", body, headers);
const made = async (by: Client, body: object) => expectStatus(await assign(by, body), 201);
const listed = async (by: Client, query: string) =>
  (await by.get<AssignmentPage>(`/assignments?limit=200${query}`)).body;
const onFirst = async (by: Client) => (await listed(by, `&candidateId=${first}`)).items;

const told = async (memberId: string) =>
  (
    await house.sql(
      `select n.kind from "Notification" n join "Activity" a on a.id = n."activityId"
        where n."memberId" = $1 and a.verb = 'assignments.made'`,
      [memberId],
    )
  ).length;

describe("by hand", () => {
  test("each candidate goes to each member, in one entry of the log, and they are told once", async () => {
    const { reviewer, second, owner } = house;
    const before = [await told(reviewer.memberId), await told(owner.memberId)];
    const report = await made(owner, {
      candidateIds: [first, other],
      memberIds: [reviewer.memberId, second.memberId, owner.memberId],
      dueOn: "2099-01-31",
    });
    expect(report).toMatchObject({ made: 6, skipped: [], seed: null, id: expect.any(String) });
    expect(report.loads.find(({ memberId }) => memberId === second.memberId)).toMatchObject({
      name: "Sven Second",
      after: (report.loads.find((one) => one.memberId === second.memberId)?.before ?? 0) + 2,
    });
    const items = await onFirst(house.viewer);
    expect(items.map(({ member }) => member.name).sort()).toEqual([
      "Olga Owner",
      "Rosa Reviewer",
      "Sven Second",
    ]);
    for (const item of items)
      expect(item).toMatchObject({
        ...{ by: { name: "Olga Owner" }, dueOn: "2099-01-31", state: "hidden", signed: 0 },
        overdue: false,
      });
    const entries = await house.sql('select after from "Activity" where "subjectId" = $1', [
      report.id,
    ]);
    expect(entries).toEqual([{ after: expect.objectContaining({ made: 6, candidates: 2 }) }]);
    expect([await told(reviewer.memberId), await told(owner.memberId)]).toEqual([
      (before[0] ?? 0) + 1,
      before[1],
    ]);
  });

  test("who has it already, has recused themselves, or what is closed is skipped, with the reason", async () => {
    const archived = (await makeReviewable(house.owner)).id;
    await house.owner.delete(`/candidates/${archived}`);
    await house.third.post(`/candidates/${first}/recusal`, {});
    await made(house.admin, { candidateIds: [first], memberIds: [house.second.memberId] });
    const gone = crypto.randomUUID();
    const report = await made(house.admin, {
      candidateIds: [first, archived, gone],
      memberIds: [house.second.memberId, house.third.memberId, house.reviewer.memberId],
    });
    expect(report.made).toBe(1);
    expect(
      report.skipped.map(({ candidateId, memberId, code }) => [candidateId, memberId, code]),
    ).toEqual(
      expect.arrayContaining([
        [first, house.second.memberId, "assignments.already"],
        [first, house.third.memberId, "reviews.recused"],
        [archived, null, "candidates.archived"],
        [gone, null, "missing"],
      ]),
    );
    expect(report.skipped).toHaveLength(4);
  });

  test("a retry under one key assigns once, and answers the same", async () => {
    const key = { "idempotency-key": crypto.randomUUID() };
    const body = { candidateIds: [first], memberIds: [house.second.memberId] };
    const answers = [await assign(house.owner, body, key), await assign(house.owner, body, key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await onFirst(house.owner)).toHaveLength(1);
  });

  test("of eight at once each pair is made once, and none fails", async () => {
    const body = { candidateIds: [first, other], memberIds: [house.second.memberId] };
    const reports = await Promise.all(Array.from({ length: 8 }, () => made(house.owner, body)));
    expect(reports.reduce((sum, report) => sum + report.made, 0)).toBe(2);
  });
});

describe("who may", () => {
  test("a reviewer takes on work for themselves, and for nobody else; a viewer for nobody", async () => {
    const own = { candidateIds: [first], memberIds: [house.reviewer.memberId] };
    expect(await made(house.reviewer, own)).toMatchObject({ made: 1 });
    const others = { candidateIds: [first], memberIds: [house.second.memberId] };
    const refused = { status: 403, body: { code: "assignments.others" } };
    expect(await assign(house.reviewer, others)).toMatchObject(refused);
    const auto = { auto: { candidateIds: [first], k: 1 } };
    expect(await assign(house.reviewer, auto)).toMatchObject(refused);
    expect((await assign(house.viewer, own)).status).toBe(403);
    const [mine] = await onFirst(house.reviewer);
    expect((await house.second.delete(`/assignments/${mine?.id}`)).status).toBe(403);
    expect((await house.reviewer.delete(`/assignments/${mine?.id}`)).status).toBe(204);
    expect(await onFirst(house.reviewer)).toEqual([]);
  });

  test("a reviewer may not drop what an admin assigned to them", async () => {
    await made(house.admin, { candidateIds: [first], memberIds: [house.reviewer.memberId] });
    const [mine] = await onFirst(house.reviewer);
    expect(await house.reviewer.delete(`/assignments/${mine?.id}`)).toMatchObject({
      status: 403,
      body: { code: "assignments.others" },
    });
  });

  test("viewers, suspended members and strangers can't be assigned, and the field is named", async () => {
    const refused = { status: 422, body: { errors: [{ code: "assignments.member" }] } };
    const hand = (id: string) =>
      assign(house.owner, { candidateIds: [first], memberIds: [house.second.memberId, id] });
    const answer = await hand(house.viewer.memberId);
    expect(answer).toMatchObject(refused);
    expect(answer.body).toMatchObject({ errors: [{ pointer: "#/memberIds/1" }] });
    expect(await hand(crypto.randomUUID())).toMatchObject(refused);
    for (const column of ["suspendedAt", "removedAt"]) {
      const set = (to: string) =>
        house.sql(`update "Member" set "${column}" = ${to} where id = $1`, [house.third.memberId]);
      await set("now()");
      expect(await hand(house.third.memberId)).toMatchObject(refused);
      const report = await made(house.owner, {
        auto: { candidateIds: [first], k: 5 },
        dryRun: true,
      });
      expect(report.loads.map(({ memberId }) => memberId)).not.toContain(house.third.memberId);
      await set("null");
    }
  });

  test("input that names no candidates, or both forms at once, is refused", async () => {
    const memberIds = [house.second.memberId];
    for (const body of [
      {},
      { memberIds },
      { candidateIds: [first] },
      { candidateIds: [first], filter: {}, memberIds },
      { candidateIds: [first], memberIds, auto: { candidateIds: [first], k: 1 } },
      { auto: { k: 2 } },
      { auto: { candidateIds: [first], k: 0 } },
      { auto: { candidateIds: [first], k: 1, seed: -1 } },
    ])
      expect((await assign(house.owner, body)).status).toBe(422);
  });
});

describe("an assignment", () => {
  test("changes its day under If-Match, and is taken away", async () => {
    await made(house.admin, { candidateIds: [first], memberIds: [house.second.memberId] });
    const [one] = await onFirst(house.admin);
    const at = `/assignments/${one?.id}`;
    const { etag } = await house.admin.get<Assignment>(at);
    expect((await house.admin.patch(at, { dueOn: "2099-02-01" })).status).toBe(428);
    const edited = await house.admin.patch<Assignment>(
      at,
      { dueOn: "2099-02-01" },
      { "if-match": etag },
    );
    expect(edited).toMatchObject({ status: 200, body: { dueOn: "2099-02-01" } });
    const stale = await house.admin.patch(at, { dueOn: null }, { "if-match": etag });
    expect(stale).toMatchObject({ status: 412, body: { current: { dueOn: "2099-02-01" } } });
    expect(
      (await house.second.patch(at, { dueOn: null }, { "if-match": edited.etag })).status,
    ).toBe(403);
    expect((await house.admin.delete(at)).status).toBe(204);
    expect((await house.admin.get(at)).status).toBe(404);
  });

  test("is overdue when its day is past, until it is known to be done", async () => {
    const memberIds = [house.second.memberId, house.reviewer.memberId];
    await made(house.admin, { candidateIds: [first], memberIds, dueOn: "2020-01-01" });
    const overdue = async (by: Client) =>
      (await listed(by, `&overdue=true&candidateId=${first}`)).items
        .map(({ member, state }) => `${member.name} ${state}`)
        .sort();
    expect(await overdue(house.viewer)).toEqual(
      ["Rosa Reviewer hidden", "Sven Second hidden"].sort(),
    );
    await sign(house.second, first, fine);
    expect(await overdue(house.second)).toEqual(["Rosa Reviewer open"]);
    expect(await overdue(house.viewer)).toHaveLength(2);
    expect((await listed(house.second, `&overdue=false&candidateId=${first}`)).items).toMatchObject(
      [{ state: "signed" }],
    );
  });

  test("that is known to be signed stays; one that may be signed goes, and tells nothing", async () => {
    const memberIds = [house.second.memberId, house.third.memberId];
    await made(house.admin, { candidateIds: [first], memberIds });
    await sign(house.second, first, fine);
    const rows = await onFirst(house.second);
    const of = (id: string) => rows.find(({ member }) => member.id === id)?.id;
    expect(rows.map(({ state }) => state).sort()).toEqual(["open", "signed"]);
    expect((await onFirst(house.admin)).map(({ state }) => state)).toEqual(["hidden", "hidden"]);
    await sign(house.owner, first, fine);
    const kept = await house.owner.delete(`/assignments/${of(house.second.memberId)}`);
    expect(kept).toMatchObject({ status: 409, body: { code: "assignments.signed" } });
    expect((await house.admin.delete(`/assignments/${of(house.second.memberId)}`)).status).toBe(
      204,
    );
    expect((await house.admin.delete(`/assignments/${of(house.third.memberId)}`)).status).toBe(204);
  });

  test("pages visit each once, by due date, those without one last", async () => {
    const ids = [first, other, (await makeReviewable(house.owner)).id];
    for (const [at, dueOn] of ["2098-03-01", null, "2098-01-01"].entries())
      await made(house.owner, {
        candidateIds: [ids[at]],
        memberIds: [house.second.memberId, house.third.memberId],
        dueOn,
      });
    const whole = await listed(house.owner, "");
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await house.owner.get<AssignmentPage>(`/assignments?limit=3${cursor}`);
      seen.push(...body.items.map(({ id }) => id));
      expect(body.count).toBe(whole.count);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
    expect(seen).toHaveLength(whole.count);
    const days = whole.items.map(({ dueOn }) => dueOn ?? "~");
    expect(days).toEqual([...days].sort());
  });
});

describe("evenly", () => {
  const spread = (report: AssignmentReport) => {
    const after = report.loads.map((load) => load.after);
    return Math.max(...after) - Math.min(...after);
  };
  const pairsOf = async (ids: string[]) =>
    (
      await house.sql(
        `select "candidateId" || ' ' || "memberId" as pair from "Assignment"
          where "candidateId" = any($1) order by 1`,
        [ids],
      )
    ).map(({ pair }) => pair);

  beforeEach(() => house.sql('delete from "Assignment"'));

  test("a dry run does nothing; the same seed then does what it said", async () => {
    const ids = [
      first,
      other,
      ...(await Promise.all([1, 2, 3].map(() => makeReviewable(house.owner)))).map(({ id }) => id),
    ];
    const auto = { candidateIds: ids, k: 3, dueOn: "2099-01-01" };
    const dry = await made(house.admin, { auto, dryRun: true });
    expect(dry).toMatchObject({ id: null, made: 15, skipped: [], seed: expect.any(Number) });
    expect(await pairsOf(ids)).toEqual([]);
    const done = await made(house.admin, { auto: { ...auto, seed: dry.seed } });
    expect(done).toEqual({ ...dry, id: expect.any(String) });
    expect(spread(done)).toBeLessThanOrEqual(1);
    const pairs = await pairsOf(ids);
    expect(pairs).toHaveLength(15);
    await house.admin.post(`/assignments/${done.id}/undo`);
    expect(await pairsOf(ids)).toEqual([]);
    await made(house.admin, {
      auto: { ...auto, candidateIds: [...ids].reverse(), seed: dry.seed },
    });
    expect(await pairsOf(ids)).toEqual(pairs);
  });

  test("counts who has it, avoids the recused, and says what it can't give and why", async () => {
    for (const member of [house.second, house.third, house.reviewer])
      await member.post(`/candidates/${first}/recusal`, {});
    await made(house.admin, { candidateIds: [other], memberIds: [house.second.memberId] });
    const report = await made(house.admin, { auto: { candidateIds: [first, other], k: 3 } });
    expect(report.skipped).toMatchObject([
      { candidateId: first, code: "assignments.conflicts", missing: 1 },
    ]);
    expect(report.made).toBe(2 + 2);
    const again = await made(house.admin, { auto: { candidateIds: [first, other], k: 3 } });
    expect(again.made).toBe(0);
    const third = (await makeReviewable(house.owner)).id;
    const capped = await made(house.admin, { auto: { candidateIds: [third], k: 2, cap: 0 } });
    expect(capped).toMatchObject({
      made: 0,
      skipped: [{ candidateId: third, code: "assignments.caps", missing: 2 }],
    });
  });

  test("takes a filter, leaves what is revealed, and is an admin's to take back", async () => {
    const tag = `t${crypto.randomUUID().slice(0, 8)}`;
    const open = await makeReviewable(house.owner, { tags: [tag] });
    const shown = await makeReviewable(house.owner, { tags: [tag] });
    await sign(house.second, shown.id, fine);
    await house.admin.post(`/candidates/${shown.id}/reveal`);
    const memberIds = [house.reviewer.memberId, house.second.memberId];
    const report = await made(house.admin, { auto: { filter: { tag }, k: 2, memberIds } });
    expect(report).toMatchObject({
      made: 2,
      skipped: [{ candidateId: shown.id, code: "reviews.revealed" }],
    });
    expect((await house.third.post(`/assignments/${report.id}/undo`)).status).toBe(403);
    expect((await house.owner.post(`/assignments/${report.id}/undo`)).body).toMatchObject({
      made: 2,
    });
    expect((await listed(house.owner, `&candidateId=${open.id}`)).items).toEqual([]);
    expect((await house.owner.post(`/assignments/${crypto.randomUUID()}/undo`)).status).toBe(404);
  });

  test("two at once give no candidate more than k", async () => {
    const ids = [first, other];
    await Promise.all(
      [1, 2, 3, 4].map(() => made(house.admin, { auto: { candidateIds: ids, k: 2 } })),
    );
    expect(await pairsOf(ids)).toHaveLength(4);
  });

  test("the loads tell nothing of who has signed", async () => {
    const memberIds = [house.second.memberId, house.third.memberId];
    await made(house.admin, { candidateIds: [first], memberIds });
    const dry = () =>
      assign(house.admin, { auto: { candidateIds: [first, other], k: 3, seed: 5 }, dryRun: true });
    const before = await dry();
    await sign(house.second, first, fine);
    await sign(house.reviewer, first, fine);
    expect((await dry()).text).toBe(before.text);
  });
});

describe("progress", () => {
  const progress = async (by: Client) =>
    (await by.get<Progress>("/assignments/progress?limit=200")).body;
  const rowOf = async (by: Client, id: string) =>
    (await progress(by)).reviewers.find(({ member }) => member.id === id);

  test("a reviewer's own is whole; others' shows with the reviews, and of candidates only the count", async () => {
    await house.sql('delete from "Assignment"');
    const memberIds = [house.second.memberId, house.third.memberId];
    await made(house.admin, { candidateIds: [first, other], memberIds, dueOn: "2020-01-01" });
    await sign(house.second, first, fine);
    await house.second.put(`/candidates/${other}/set-aside`, {
      kind: "abstain",
      reason: "No view.",
    });
    await house.third.post(`/candidates/${other}/recusal`, {});
    expect(await rowOf(house.second, house.second.memberId)).toMatchObject({
      ...{ assigned: 2, signed: 1, abstained: 1, open: 0, hidden: 0, overdue: 0 },
      lastSignedAt: expect.any(String),
    });
    expect(await rowOf(house.second, house.third.memberId)).toMatchObject({
      ...{ assigned: 2, signed: 0, recused: 1, open: 1, hidden: 0, overdue: 1 },
    });
    expect(await rowOf(house.admin, house.second.memberId)).toMatchObject({
      ...{
        assigned: 2,
        signed: 0,
        abstained: 0,
        open: 0,
        hidden: 2,
        overdue: 2,
        lastSignedAt: null,
      },
    });
    const { items, count } = await progress(house.admin);
    expect(count).toBe(2);
    expect(items.find(({ id }) => id === first)).toMatchObject({
      ...{ assigned: 2, signed: 1, needed: 3, dueOn: "2020-01-01", overdue: true },
    });
    expect(items.find(({ id }) => id === other)).toMatchObject({ assigned: 1, signed: 0 });
    await house.admin.post(`/candidates/${first}/reveal`);
    expect(await rowOf(house.viewer, house.second.memberId)).toMatchObject({
      signed: 1,
      hidden: 1,
    });
    expect((await progress(house.viewer)).items.map(({ id }) => id)).toEqual([other]);
  });
});

test("610 candidates, 3 reviewers each, over 7 with conflicts and caps, in a second or so", async () => {
  await house.sql('delete from "Assignment"');
  const more = await Promise.all(
    ["sixth", "seventh"].map(async (who) => {
      await invite(house.owner, { name: who, role: "reviewer", email: emailOf(who) });
      return signIn(house.url, emailOf(who));
    }),
  );
  const people = [house.owner, house.admin, house.reviewer, house.second, house.third, ...more];
  const tag = "hall";
  const candidates = Array.from({ length: 610 }, (_, n) => ({
    name: `Hall ${n} ${n * 7919}`,
    tags: [tag],
  }));
  const { ids } = expectStatus(
    await house.owner.post<{ ids: string[] }>("/candidates/capture", { candidates }),
    201,
  );
  await house.sql(
    `insert into "Recusal" ("teamId", "candidateId", "memberId")
     select c."teamId", c.id, ($2::uuid[])[1 + (row_number() over (order by c.id)) % 7]
       from "Candidate" c where c.id = any($1) and ascii(right(c.id::text, 1)) % 3 = 0`,
    [ids, people.map(({ memberId }) => memberId)],
  );
  const started = performance.now();
  const report = await made(house.owner, { auto: { filter: { tag }, k: 3, cap: 262 } });
  const took = performance.now() - started;
  expect(report).toMatchObject({ made: 1830, skipped: [] });
  const after = report.loads.map((load) => load.after);
  expect(after).toHaveLength(7);
  expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(1);
  expect(Math.max(...after)).toBeLessThanOrEqual(262);
  const wrong = await house.sql(
    `select 1 from "Assignment" a join "Recusal" x
        on x."candidateId" = a."candidateId" and x."memberId" = a."memberId"
      union all
     select 1 from "Assignment" where "candidateId" = any($1) group by "candidateId" having count(*) <> 3`,
    [ids],
  );
  expect(wrong).toEqual([]);
  process.stdout.write(`610 × 3 over 7, by HTTP: ${Math.round(took)} ms\n`);
  expect(took).toBeLessThan(4000);
  const tight = await made(house.owner, {
    auto: { filter: { tag }, k: 4, cap: 300 },
    dryRun: true,
  });
  expect(tight.made).toBe(7 * 300 - 1830);
  expect(tight.skipped.every(({ code }) => code === "assignments.caps")).toBe(true);
});

test("another team's candidates and members are as good as absent", async () => {
  const { slug } = expectStatus(
    await house.owner.post<{ slug: string }>("/teams", { name: "Elsewhere" }),
    201,
  );
  const elsewhere = house.owner.with({ "x-highwater-team": slug });
  const theirs = await makeCandidate(elsewhere);
  const here = house.owner.with({ "x-highwater-team": "tide-watch" });
  const report = await made(here, {
    candidateIds: [theirs.id],
    memberIds: [house.second.memberId],
  });
  expect(report).toMatchObject({ made: 0, skipped: [{ code: "missing", name: "" }] });
});
