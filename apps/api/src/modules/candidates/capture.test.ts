import type { CandidatePage, Captured } from "@highwater/shared/candidates/contract";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const pasted = [
  "Jasper",
  "copy.ai",
  "https://www.midjourney.com/",
  "1. Notion AI",
  "2、讲书猫",
  "- Runway - https://runwayml.com",
  "• 豆包 https://www.doubao.com 复制链接",
  "【秘塔AI搜索】没有广告，直达结果 https://metaso.cn",
  "https://kimi.moonshot.cn Kimi 智能助手",
  "一、沉浸式翻译：https://immersivetranslate.com/",
  "",
  "公司名称\t官网\t一句话介绍\t城市",
  "Typeface\ttypeface.ai\tBrand-safe copy\tSan Francisco",
  "老年语音打车\t\t一句话叫车\t杭州",
  '妙鸭相机\thttps://miaoya.example.cn\t"写真\n不用拍"\t',
  "Harvey\twww.harvey.ai\t\tNew York",
  "",
  "Character.AI",
  "通义听悟｜会议纪要｜https://tingwu.aliyun.com",
  "「即梦」https://jimeng.jianying.com 点击链接直接打开",
  "Perplexity: answers with sources",
  "Synthesia (https://www.synthesia.io)",
  "360智脑",
  "法律文书助手 https://falv.example.cn",
  "Claude https://claude.ai",
  "Eleven Labs https://elevenlabs.io – voices",
  "GPT-3.5 wrapper for dentists",
  "文心一言——百度",
  "Tome | storytelling | https://tome.app",
  "秘塔写作猫 https://xiezuocat.com/ 复制链接",
  "Replika",
  "https://yiyan.baidu.com/welcome",
  "标题：智谱清言 网址：https://chatglm.cn",
].join("\n");

const parse = (text: string) => house.reviewer.post<Captured>("/candidates/parse", { text });
const inbox = async () =>
  (await house.viewer.get<CandidatePage>("/candidates?stage=inbox&limit=200")).body;

test("thirty pasted lines are read and entered in one act, in their order", async () => {
  const { status, body } = await parse(pasted);
  expect(status).toBe(200);
  expect(body.unread).toEqual([]);
  expect(body.rows).toHaveLength(30);
  expect(body.rows.every(({ sameAs, duplicates }) => sameAs === null && !duplicates[0])).toBe(true);
  expect((await inbox()).count).toBe(0);
  const candidates = body.rows.map(({ input }) => input);
  const entered = await house.reviewer.post<{ ids: string[] }>(
    "/candidates/capture",
    { candidates },
    { "idempotency-key": "thirty" },
  );
  expect(entered.status).toBe(201);
  const { items } = await inbox();
  expect(items.map(({ id }) => id)).toEqual(entered.body.ids);
  expect(items.map(({ name, website, notes }) => ({ name, website, notes }))).toEqual(
    candidates.map(({ name, website = null, notes = null }) => ({ name, website, notes })),
  );
  expect(items[11]).toMatchObject({
    name: "老年语音打车",
    thesis: "一句话叫车",
    notes: "城市: 杭州",
  });
  const { body: filed } = await house.owner.get<{ items: { verb: string }[] }>(
    `/candidates/duplicates?name=${encodeURIComponent("Eleven Lab")}`,
  );
  expect(filed.items).toHaveLength(1);
  const again = await house.reviewer.post(
    "/candidates/capture",
    { candidates },
    { "idempotency-key": "thirty" },
  );
  expect(again.body).toEqual(entered.body);
  expect((await inbox()).count).toBe(30);
  const entries = await house.sql(
    `select count(*)::int as n from "Activity" where verb = 'candidates.entered'`,
  );
  expect(entries).toEqual([{ n: 30 }]);
});

test("duplicates are shown: in the pipeline by site, then by name, and within the text", async () => {
  const tidal = await makeCandidate(house.owner, { name: "Tidal", website: "https://tidal.dev" });
  const named = await makeCandidate(house.owner, { name: "Grammarix Inc" });
  const gone = await makeCandidate(house.owner, { name: "Archivable" });
  await house.owner.delete(`/candidates/${gone.id}`);
  const { body } = await parse(
    "Ebb http://www.tidal.dev/?utm=1\nGrammarix https://tidal.dev\nGramarix\nArchivable\nebb\nhttps://github.com",
  );
  expect(
    body.rows.map(({ duplicates }) => duplicates.map(({ id, because }) => [id, because])),
  ).toEqual([
    [[tidal.id, "website"]],
    [
      [tidal.id, "website"],
      [named.id, "name"],
    ],
    [[named.id, "name"]],
    [],
    [],
    [],
  ]);
  expect(body.rows.map(({ line, sameAs }) => [line, sameAs])).toEqual([
    [1, null],
    [2, 1],
    [3, null],
    [4, null],
    [5, 1],
    [6, null],
  ]);
});

test.each([
  ["a name of nothing but spaces", { name: "  " }, "#/candidates/1/name"],
  ["a site without a scheme", { name: "x", website: "x.com" }, "#/candidates/1/website"],
  ["a stranger as owner", { name: "x", ownerId: crypto.randomUUID() }, "#/candidates/1/ownerId"],
  ["an unknown field", { name: "x", fields: { nope: 1 } }, "#/candidates/1/fields/nope"],
])("one bad row and nothing is entered: %s", async (_, bad, pointer) => {
  const before = (await inbox()).count;
  const { status, body } = await house.reviewer.post<ProblemBody>("/candidates/capture", {
    candidates: [{ name: "Good" }, bad, { name: "Good too" }],
  });
  expect(status).toBe(422);
  expect(body.errors?.map((error) => error.pointer)).toEqual([pointer]);
  expect((await inbox()).count).toBe(before);
});

test("50,000 lines are refused in words, and from which line on", async () => {
  const long = await house.reviewer.post<ProblemBody>("/candidates/parse", {
    text: Array.from({ length: 50_000 }, (_, at) => `Product ${at}`).join("\n"),
  });
  expect(long).toMatchObject({ status: 413, body: { code: "capture.too_much" } });
  expect(long.body.detail).toMatch(/200,000 characters.*import/);
  const many = await house.reviewer.post<ProblemBody>("/candidates/parse", {
    text: `\n${Array.from({ length: 1001 }, (_, at) => `Product ${at}`).join("\n")}`,
  });
  expect(many).toMatchObject({ status: 413, body: { code: "capture.too_much" } });
  expect(many.body.detail).toMatch(/1,000 candidates, from line 1002 on.*import/);
  const huge = await house.reviewer.post<ProblemBody>("/candidates/parse", {
    text: "很长的名字和很长的说明\n".repeat(50_000),
  });
  expect(huge).toMatchObject({ status: 413, body: { code: "too_large" } });
  expect(huge.body.detail).toMatch(/import/);
  const broken = await house.reviewer.post<ProblemBody>("/candidates/parse", { text: "a\u0000b" });
  expect(broken.body.errors?.[0]).toMatchObject({ pointer: "#/text", code: "text.unstorable" });
});

test("a thousand at once, and the text's own tabs and lines are kept", async () => {
  const { body } = await parse(`\n\tA\thttps://a.example\n${"Stand-in\n".repeat(998)}`);
  expect(body.rows).toHaveLength(999);
  expect(body.rows[0]).toMatchObject({
    line: 2,
    input: { name: "A", website: "https://a.example" },
  });
  const candidates = Array.from({ length: 1000 }, (_, at) => ({ name: `Mass ${at}` }));
  const answer = await house.reviewer.post<{ ids: string[] }>("/candidates/capture", {
    candidates,
  });
  expect(answer.status).toBe(201);
  expect(answer.body.ids).toHaveLength(1000);
  const more = [...candidates, { name: "One more" }];
  expect((await house.reviewer.post("/candidates/capture", { candidates: more })).status).toBe(422);
});
