import fc from "fast-check";
import { readPasted } from "./capture.js";

/** Name, website and note of each row, as short as they can be written. */
const read = (text: string) =>
  readPasted(text).rows.map(({ input: { name, website = "", notes = "" } }) => [
    name,
    website,
    notes,
  ]);
const only = (text: string) => read(text)[0];

const mixed: [string, string, string, string][] = [
  ["Jasper", "Jasper", "", ""],
  ["copy.ai", "copy.ai", "https://copy.ai", ""],
  ["https://www.midjourney.com/", "Midjourney", "https://www.midjourney.com/", ""],
  ["1. Notion AI", "Notion AI", "", ""],
  ["2、讲书猫", "讲书猫", "", ""],
  ["- Runway - https://runwayml.com", "Runway", "https://runwayml.com", ""],
  ["• 豆包 https://www.doubao.com 复制链接", "豆包", "https://www.doubao.com", ""],
  [
    "【秘塔AI搜索】没有广告，直达结果 https://metaso.cn",
    "秘塔AI搜索",
    "https://metaso.cn",
    "没有广告，直达结果",
  ],
  ["https://kimi.moonshot.cn Kimi 智能助手", "Kimi 智能助手", "https://kimi.moonshot.cn", ""],
  [
    "一、沉浸式翻译：https://immersivetranslate.com/",
    "沉浸式翻译",
    "https://immersivetranslate.com/",
    "",
  ],
  ["Typeface — brand-safe copy", "Typeface", "", "brand-safe copy"],
  [
    "老年语音打车（微信小程序） https://dache.example.com/app?from=wx。",
    "老年语音打车",
    "https://dache.example.com/app?from=wx",
    "微信小程序",
  ],
  [
    "https://github.com/langchain-ai/langchain",
    "Langchain",
    "https://github.com/langchain-ai/langchain",
    "",
  ],
  ["Character.AI", "Character.AI", "https://Character.AI", ""],
  ["Acme, Inc.", "Acme, Inc.", "", ""],
  [
    "③ 通义听悟｜会议纪要｜https://tingwu.aliyun.com",
    "通义听悟",
    "https://tingwu.aliyun.com",
    "会议纪要",
  ],
  [
    "「即梦」https://jimeng.jianying.com 点击链接直接打开",
    "即梦",
    "https://jimeng.jianying.com",
    "",
  ],
  ["Perplexity: answers with sources", "Perplexity", "", "answers with sources"],
  [
    "* [Harvey](https://www.harvey.ai) for law firms",
    "Harvey",
    "https://www.harvey.ai",
    "for law firms",
  ],
  [
    "名称：妙鸭相机 链接：https：//miaoya.example.cn/x",
    "妙鸭相机",
    "https://miaoya.example.cn/x",
    "",
  ],
  ["Synthesia (https://www.synthesia.io)", "Synthesia", "https://www.synthesia.io", ""],
  ["讲故事的机器人，给三岁孩子", "讲故事的机器人", "", "给三岁孩子"],
  ["01.AI", "01.AI", "https://01.AI", ""],
  ["360智脑", "360智脑", "", ""],
  [
    "（5）法律文书助手 https://falv.example.cn写合同的",
    "法律文书助手",
    "https://falv.example.cn",
    "写合同的",
  ],
  ["Ｃｌａｕｄｅ https://claude.ai", "Claude", "https://claude.ai", ""],
  [
    "[ ] Eleven Labs https://elevenlabs.io – voices in 29 languages",
    "Eleven Labs",
    "https://elevenlabs.io",
    "voices in 29 languages",
  ],
  [
    "https://apps.apple.com/cn/app/lingo-dog/id123456789",
    "Lingo Dog",
    "https://apps.apple.com/cn/app/lingo-dog/id123456789",
    "",
  ],
  ["GPT-3.5 wrapper for dentists", "GPT-3.5 wrapper for dentists", "", ""],
  [
    "《小红书》种草文案 https://seed.example.cn/a_(b)",
    "小红书",
    "https://seed.example.cn/a_(b)",
    "种草文案",
  ],
];

test.each([
  ["推荐看看「通义听悟」 https://tingwu.aliyun.com 会议纪要", "通义听悟", "推荐看看 · 会议纪要"],
  ["快看这个 Gamma https://gamma.app", "Gamma", "快看这个"],
  ["@陈 这个 https://www.heygen.com 可以", "Heygen", "@陈 这个 · 可以"],
  ["Check out Sierra https://sierra.ai", "Sierra", "Check out"],
  ["快手 https://www.kuaishou.com", "快手", ""],
  ["推荐算法平台 https://rec.example.cn", "推荐算法平台", ""],
])("what a message says before the name is no name: %s", (text, name, note) => {
  expect(only(text)?.map((part) => part)).toEqual([name, expect.stringMatching(/^https:/), note]);
});

test("thirty lines of names, addresses and messages, Chinese and English", () => {
  const rows = read(mixed.map(([line]) => line).join("\n"));
  expect(mixed).toHaveLength(30);
  expect(rows).toEqual(mixed.map(([, ...row]) => row));
});

test.each(mixed)("alone too: %s", (line, ...row) => expect(only(line)).toEqual(row));

test("a table copied with English headers, quoted cells and a running number", () => {
  const table = [
    "No\tCompany\tWebsite\tTagline\tSeries\tTags",
    '1\tJasper\tjasper.ai\t"Copy for teams\nthat ""sell"""\tA\tcopy; marketing',
    "2\tRunway\thttps://runwayml.com\t\tC\tvideo",
    "3\tNameless idea\t\tAsk first\t\t",
  ].join("\r\n");
  const { rows, unread } = readPasted(table);
  expect(unread).toEqual([]);
  expect(rows.map(({ line, input }) => ({ line, ...input }))).toEqual([
    {
      line: 2,
      name: "Jasper",
      website: "https://jasper.ai",
      thesis: 'Copy for teams\nthat "sell"',
      tags: ["copy", "marketing"],
      notes: "Series: A",
    },
    {
      line: 4,
      name: "Runway",
      website: "https://runwayml.com",
      tags: ["video"],
      notes: "Series: C",
    },
    { line: 5, name: "Nameless idea", thesis: "Ask first" },
  ]);
});

test("a table from 飞书 with Chinese headers, in any order, with a blank row", () => {
  const table =
    "官网\t项目名称\t赛道\t融资轮次\t备注\nhttps://a.example.cn\t讲书猫\t教育\tA轮\t创始人见过\n\t\t\t\t\n\t老年打车\t出行\t\t\n";
  expect(readPasted(table).rows.map(({ input }) => input)).toEqual([
    {
      name: "讲书猫",
      website: "https://a.example.cn",
      vertical: "教育",
      notes: "融资轮次: A轮 · 创始人见过",
    },
    { name: "老年打车", vertical: "出行" },
  ]);
});

test("a table without headers: names, addresses and the rest are told by their values", () => {
  const table = "\tJasper\tcopy\tjasper.ai\n\tJasper\tcopy\t\n\t讲书猫\t教育\thttps://b.example.cn";
  expect(read(table)).toEqual([
    ["Jasper", "https://jasper.ai", "copy"],
    ["Jasper", "", "copy"],
    ["讲书猫", "https://b.example.cn", "教育"],
  ]);
  expect(readPasted(table).rows.map(({ sameAs }) => sameAs)).toEqual([null, 1, null]);
  expect(read("1\tA1\n2\tB2")).toEqual([
    ["A1", "", ""],
    ["B2", "", ""],
  ]);
});

test("one column: its header goes, a cell with line breaks is one candidate, indents are nothing", () => {
  const { rows, unread } = readPasted('产品名称\n"Jasper\n写作"\n\t- Runway\n\t\tKimi');
  expect(unread).toEqual([{ line: 1, text: "产品名称" }]);
  expect(rows.map(({ line, input }) => [line, input.name, input.notes])).toEqual([
    [2, "Jasper", "写作"],
    [4, "Runway", undefined],
    [5, "Kimi", undefined],
  ]);
});

test("a table in Markdown, and what is copied out of a chat", () => {
  const table =
    "| Name | URL | Note |\n|:---|---|---|\n| copy.ai | | copy |\n| 讲书猫 | jsm.cn | |";
  expect(read(table)).toEqual([
    ["copy.ai", "https://copy.ai", "copy"],
    ["讲书猫", "https://jsm.cn", ""],
  ]);
  const chat = "张三 10:22\n名称：讲书猫\n网址：https://abc.cn\nAda 2024/3/19 10:23:01\n豆包";
  expect(read(chat)).toEqual([
    ["讲书猫", "https://abc.cn", ""],
    ["豆包", "", ""],
  ]);
});

test("tables, lines and messages in one paste keep their order and their lines", () => {
  const text =
    "Kimi\n\n\nName\tURL\nJasper\tjasper.ai\n\n【豆包】https://doubao.com\n名称\t链接\n讲书猫\tb.cn\n";
  expect(readPasted(text).rows.map(({ line, input }) => [line, input.name, input.website])).toEqual(
    [
      [1, "Kimi", undefined],
      [5, "Jasper", "https://jasper.ai"],
      [7, "豆包", "https://doubao.com"],
      [9, "讲书猫", "https://b.cn"],
    ],
  );
});

test("a link on the line below its name belongs to it; another name's link does not", () => {
  expect(read("讲书猫\nhttps://a.example.cn")).toEqual([["讲书猫", "https://a.example.cn", ""]]);
  expect(read("Foo\nhttps://a.cn\n\nBar\nhttps://b.cn")).toEqual([
    ["Foo", "https://a.cn", ""],
    ["Bar", "https://b.cn", ""],
  ]);
  expect(read("Kimi\nJasper\nhttps://www.jasper.ai\nhttps://copy.ai")).toEqual([
    ["Kimi", "", ""],
    ["Jasper", "https://www.jasper.ai", ""],
    ["Copy", "https://copy.ai", ""],
  ]);
  expect(read("Jasper\nhttps://copy.ai")).toHaveLength(2);
});

test("the same name or site again names the first line", () => {
  const text =
    "Jasper\nhttps://copy.ai/\nJASPER Inc.\nCopy AI http://www.copy.ai?utm=1\nhttps://github.com\nGitHub https://github.com";
  expect(readPasted(text).rows.map(({ sameAs }) => sameAs)).toEqual([null, null, 1, 2, null, null]);
});

test("lines without a word are said to be unread; a long text keeps all its words", () => {
  const long = `${"很长的一段话".repeat(40)}`;
  const { rows, unread } = readPasted(`----\n \t \n***\n🦊\n${long}`);
  expect(unread.map(({ line }) => line)).toEqual([1, 3, 4]);
  expect(rows[0]?.input.notes).toBe(long);
  expect(rows[0]?.input.name).toMatch(/^很长.{50,70}…$/);
});

test("an unclosed quote is a sign like any other", () => {
  expect(read('"Jasper\nKimi\n"Copy" AI\n12" screens')).toEqual([
    ['"Jasper', "", ""],
    ["Kimi", "", ""],
    ["Copy", "", "AI"],
    ['12" screens', "", ""],
  ]);
});

test("law: of any text each line with a word is a row, part of one, or unread", () => {
  const part = fc.constantFrom(
    "Kimi",
    "讲书猫",
    "https://a.cn",
    "\t",
    "\n",
    '"',
    " - ",
    "|",
    "：",
    "1. ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const { rows, unread } = readPasted(parts.join(""));
      const lines = [...rows, ...unread].map(({ line }) => line);
      expect(new Set(lines).size).toBe(lines.length);
      const said = JSON.stringify([rows, unread]);
      for (const word of ["Kimi", "讲书猫"] as const)
        expect(said.includes(word)).toBe(parts.includes(word));
    }),
  );
});

test.each(["a", "\t", '"', "https://", "1.", "（", "a.", "- "])(
  "200,000 characters of %j are read in seconds",
  (part) => {
    const begun = Date.now();
    readPasted(part.repeat(200_000 / part.length));
    readPasted(`${part}\n`.repeat(50_000));
    expect(Date.now() - begun).toBeLessThan(5_000);
  },
);
