import type { Comment, Comments, CommentVersions } from "@highwater/shared/discussion/contract";
import { mentionOf } from "@highwater/shared/discussion/mentions";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import type { NotificationPage } from "@highwater/shared/notifications/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, sign } from "../../../test/make.js";
import { listenTo } from "../../../test/stream.js";

let house: House;
let id: string;
let at: string;
beforeAll(async () => {
  house = await openHouse();
});
/** Signed by Rosa and Sven: they see, the others are blind. */
beforeEach(async () => {
  ({ id } = await makeReviewable(house.owner));
  at = `/candidates/${id}/comments`;
  await sign(house.reviewer, id, [3, 3, 3, 3, 3]);
  await sign(house.second, id, [4, 4, 4, 4, 4]);
});
afterAll(() => house.close());

const say = async (text: string, by: Client = house.reviewer, more = {}) =>
  expectStatus(await by.post<Comment>(at, { text, ...more }), 201);
const listed = async (by: Client) => (await by.get<Comments>(at)).body;
const texts = async (by: Client) => (await listed(by)).items.map(({ text }) => text);
const edit = async (by: Client, comment: string, body: object, match?: string) => {
  const { etag } = await by.get(`/comments/${comment}`);
  return by.patch<Comment & ProblemBody>(`/comments/${comment}`, body, {
    "if-match": match ?? etag,
  });
};
const meaning = (who: Client) => mentionOf({ name: who.name, memberId: who.memberId });
const told = async () =>
  (
    await house.sql(
      `select m.id as member from "Notification" n join "Activity" a on a.id = n."activityId"
         join "Member" m on m.id = n."memberId" where a."candidateId" = $1 and n.kind = 'mentioned'`,
      [id],
    )
  ).map(({ member }) => String(member));

describe("comments follow the reviews", () => {
  test("who sees those reads and writes; the blind get none, and not how many", async () => {
    await say("Seen by two.");
    await say("On the pain.", house.second, { criterion: "pain" });
    expect((await listed(house.second)).items).toMatchObject([
      { text: "Seen by two.", by: { name: house.reviewer.name }, criterion: null },
      { text: "On the pain.", criterion: "pain" },
    ]);
    for (const blind of [house.owner, house.admin, house.third, house.viewer])
      expect(await listed(blind)).toEqual({ sight: "hidden", mayComment: false, items: [] });
    expect(await house.owner.post(at, { text: "Me too" })).toMatchObject({
      status: 403,
      body: { code: "discussion.hidden" },
    });
    await house.owner.post(`/candidates/${id}/reveal`);
    expect(await texts(house.viewer)).toEqual(["Seen by two.", "On the pain."]);
    expect((await listed(house.viewer)).mayComment).toBe(false);
  });

  test("a recused member never gets them, after the reveal neither, nor those they wrote", async () => {
    const own = await say("Mine, before I stepped back.", house.second);
    await house.second.post(`/candidates/${id}/recusal`, {});
    await house.owner.post(`/candidates/${id}/reveal`);
    expect(await listed(house.second)).toEqual({ sight: "recused", mayComment: false, items: [] });
    expect((await house.second.get(`/comments/${own.id}`)).status).toBe(404);
    expect((await house.second.delete(`/comments/${own.id}`)).status).toBe(404);
    expect((await house.second.post(at, { text: "Still?" })).body).toMatchObject({
      code: "reviews.recused",
    });
  });

  test("only those who see hear of one at once", async () => {
    const quiet = (ms: number) => new Promise((wake) => setTimeout(wake, ms));
    await quiet(300);
    const [sees, blind] = [await listenTo(house.second), await listenTo(house.owner)];
    await say("Listen.");
    for (let tries = 0; tries < 100 && sees.told.length === 0; tries++) await quiet(10);
    await quiet(300);
    expect(sees.told.map(({ change }) => change)).toEqual([
      { topics: ["discussion"], candidateId: id },
    ]);
    expect(blind.told).toEqual([]);
    await Promise.all([sees.close(), blind.close()]);
  });
});

describe("a mention", () => {
  test("tells whoever sees, once, and nobody else; the writer isn't told who that is", async () => {
    const text = `${meaning(house.second)} and ${meaning(house.third)}: look.`;
    const comment = await say(text);
    expect(comment.mentions).toEqual([
      { id: house.second.memberId, name: house.second.name },
      { id: house.third.memberId, name: house.third.name },
    ]);
    expect(await told()).toEqual([house.second.memberId]);
    await edit(house.reviewer, comment.id, { text: `${text} ${meaning(house.reviewer)}` });
    expect(await told()).toEqual([house.second.memberId]);
  });

  test("of who didn't see it tells them at the reveal, of the comment; never the recused, and nobody twice", async () => {
    const named = [house.second, house.third, house.owner, house.admin].map(meaning).join(" ");
    const comment = await say(`${named}: look.`);
    const removed = await say(`${meaning(house.viewer)}: never mind.`);
    await house.reviewer.delete(`/comments/${removed.id}`);
    await house.admin.post(`/candidates/${id}/recusal`, {});
    expect(await told()).toEqual([house.second.memberId]);
    await house.owner.post(`/candidates/${id}/reveal`);
    const three = [house.second, house.third, house.owner].map(({ memberId }) => memberId);
    expect((await told()).sort()).toEqual(three.sort());
    const { items } = (await house.third.get<NotificationPage>("/notifications")).body;
    expect(items.filter(({ kind }) => kind === "mentioned")).toMatchObject([
      { activity: { verb: "discussion.commented", by: { name: house.reviewer.name } } },
    ]);
    expect(items[0]?.activity.subjectId).toBe(comment.id);
  });

  test("added by an edit tells the one who is new to it", async () => {
    const { id: comment } = await say("Nobody yet.");
    expect(await told()).toEqual([]);
    await edit(house.reviewer, comment, { text: `Now you, ${meaning(house.second)}.` });
    expect(await told()).toEqual([house.second.memberId]);
  });

  test.each([
    ["a stranger", () => `Ask @[Ghost](member:${crypto.randomUUID()}).`, "Ghost"],
    ["no id", () => "Ask @[Nobody](member:nobody).", "Nobody"],
  ])("of %s is refused by name, and nothing is kept", async (_, text, name) => {
    const { status, body } = await house.reviewer.post<ProblemBody>(at, { text: text() });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: "#/text", code: "discussion.mention_unknown" }]);
    expect(body.errors?.[0]?.message).toContain(`“${name}”`);
    expect(await texts(house.reviewer)).toEqual([]);
  });
});

test("HTML, script, emoji and CRLF come back as they were written", async () => {
  const text =
    '<script>alert("x")</script>\r\n<img src=x onerror=alert(1)> 👩‍👩‍👧 **用户** & @OpenAI';
  await say(text);
  expect(await texts(house.second)).toEqual([text]);
});

test.each([
  ["nothing", { text: " \n " }, "#/text"],
  ["too much", { text: "x".repeat(10_001) }, "#/text"],
  ["a NUL", { text: "a\u0000b" }, "#/text"],
  ["a criterion of nobody", { text: "x", criterion: "moat" }, "#/criterion"],
  ["an answer to nothing", { text: "x", parentId: crypto.randomUUID() }, "#/parentId"],
  [
    "evidence of nowhere",
    { text: "x", citations: [{ evidenceId: crypto.randomUUID() }] },
    "#/citations/0",
  ],
  ["both kinds at once", { text: "x", citations: [{}] }, "#/citations/0"],
])("%s is refused where it is", async (_, input, pointer) => {
  const { status, body } = await house.reviewer.post<ProblemBody>(at, input);
  expect(status).toBe(422);
  expect(body.errors?.map((error) => error.pointer)).toEqual([pointer]);
});

test("an answer belongs to its thread; to another candidate's comment it is refused", async () => {
  const root = await say("Is it daily?", house.reviewer, { criterion: "pain" });
  const answer = await say("Weekly.", house.second, { parentId: root.id });
  const deeper = await say("Sure?", house.reviewer, { parentId: answer.id });
  expect([answer, deeper]).toMatchObject([
    { parentId: root.id, criterion: "pain" },
    { parentId: root.id, criterion: "pain" },
  ]);
  const other = await makeReviewable(house.owner);
  await sign(house.reviewer, other.id, [3, 3, 3, 3, 3]);
  const crossed = await house.reviewer.post<ProblemBody>(`/candidates/${other.id}/comments`, {
    text: "x",
    parentId: root.id,
  });
  expect(crossed.body.errors).toMatchObject([{ pointer: "#/parentId", code: "discussion.parent" }]);
});

describe("an edit", () => {
  test("keeps what was said before, and when", async () => {
    const { id: comment, createdAt } = await say("First.");
    await edit(house.reviewer, comment, { text: "Second." });
    const { body } = await edit(house.reviewer, comment, { text: "Third." });
    expect(body).toMatchObject({ text: "Third.", editedAt: expect.any(String) });
    const versions = await house.second.get<CommentVersions>(`/comments/${comment}/versions`);
    expect(versions.body.items.map(({ text }) => text)).toEqual(["First.", "Second.", "Third."]);
    expect(versions.body.items[0]?.at).toBe(createdAt);
  });

  test("starts from what is there: of two at once one is told, with what stands now", async () => {
    const { id: comment } = await say("Race.");
    const { etag } = await house.reviewer.get(`/comments/${comment}`);
    const both = await Promise.all(
      ["left", "right"].map((text) => edit(house.reviewer, comment, { text }, etag)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = both.find(({ status }) => status === 412);
    const [now] = await texts(house.second);
    expect(lost?.body.current).toMatchObject({ text: now });
    const bare = await house.reviewer.patch(`/comments/${comment}`, { text: "x" });
    expect(bare.status).toBe(428);
  });

  test("is its author's alone: no role changes another's words", async () => {
    const { id: comment } = await say("Hands off.");
    await house.owner.post(`/candidates/${id}/reveal`);
    for (const other of [house.second, house.owner]) {
      expect((await edit(other, comment, { text: "Mine now" })).status).toBe(403);
      expect((await other.delete(`/comments/${comment}`)).status).toBe(403);
    }
    expect(await texts(house.second)).toEqual(["Hands off."]);
  });
});

test("a removed comment leaves its place while it has answers, and no words", async () => {
  const root = await say("Regret.");
  const answer = await say("Kept.", house.second, { parentId: root.id });
  expect((await house.reviewer.delete(`/comments/${root.id}`)).status).toBe(204);
  const [place] = (await listed(house.second)).items;
  expect(place).toMatchObject({ id: root.id, removed: true, text: "", mentions: [] });
  for (const path of [`/comments/${root.id}/versions`])
    expect((await house.second.get(path)).status).toBe(404);
  expect((await edit(house.reviewer, root.id, { text: "Back" })).status).toBe(404);
  await house.second.delete(`/comments/${answer.id}`);
  expect(await texts(house.second)).toEqual([]);
});

test("a thread is resolved by who began it, the candidate's owner or an admin", async () => {
  const { id: owned } = await makeCandidate(house.owner, { ownerId: house.third.memberId });
  at = `/candidates/${owned}/comments`;
  for (const by of [house.reviewer, house.second, house.third, house.owner])
    await by.post(`/candidates/${owned}/open`);
  const root = await say("Settled?");
  const answer = await say("Almost.", house.second, { parentId: root.id });
  const resolve = (by: Client, which = root.id, deed = "resolve") =>
    by.post<Comment>(`/comments/${which}/${deed}`);
  expect((await resolve(house.second)).status).toBe(403);
  expect((await resolve(house.second, answer.id)).status).toBe(409);
  for (const by of [house.reviewer, house.third, house.owner]) {
    expect((await resolve(by)).body).toMatchObject({ resolvedBy: { id: by.memberId } });
    expect((await resolve(by, root.id, "unresolve")).body.resolvedAt).toBeNull();
  }
  const [seen] = (await listed(house.second)).items;
  expect(seen?.may).toEqual({ edit: false, remove: false, resolve: false });
});

test("another team answers as if there were none", async () => {
  const { id: comment } = await say("Ours.");
  const { body } = await house.third.post<{ slug: string }>("/teams", { name: "Elsewhere" });
  const elsewhere = house.third.with({ "x-highwater-team": body.slug });
  for (const path of [at, `/comments/${comment}`, `/comments/${comment}/versions`])
    expect((await elsewhere.get(path)).status).toBe(404);
  expect((await elsewhere.post(`/comments/${comment}/resolve`)).status).toBe(404);
});
