import { deflateRawSync } from "node:zlib";
import type { CandidatePage } from "@highwater/shared/candidates/contract";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { type House, openHouse } from "../../../test/house.js";
import { begin, check, checked, commit, rowsOf, upload } from "../../../test/import.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const png = Buffer.from(
  "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489",
  "hex",
);

describe("refused at the door, in words", () => {
  const refusals: [string, Buffer | string, string, RegExp][] = [
    ["products.csv", png, "imports.not_a_table", /picture/],
    ["products.csv", "", "files.empty", /empty/],
    ["products.csv", " \n \n", "imports.no_rows", /no rows/],
    ["products.csv", Buffer.from("name\nA\nB\0C\n"), "imports.not_a_table", /Row 3 holds NUL/],
    ["products.json", "[1, 2]", "imports.no_rows", /no entries/],
    ["products.json", '[{"name": "A"}, {"name": ]', "imports.broken_json", /Entry 2/],
    [
      "products.xlsx",
      Buffer.from("PK\x03\x04 this is no archive at all"),
      "imports.broken_workbook",
      /Save it anew/,
    ],
  ];
  test.each(refusals)("%s, case %#", async (name, bytes, code, sentence) => {
    const { status, body } = await upload(house.reviewer, name, bytes);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.detail).toMatch(sentence);
  });

  test("nothing of a refused file is kept", async () => {
    expect(await house.sql(`select id from "File"`)).toEqual([]);
    expect(await house.sql(`select 1 from "FilePiece"`)).toEqual([]);
    expect(await house.sql(`select id from "Import"`)).toEqual([]);
  });

  test("a file beyond the limit is refused before it is read", async () => {
    const { url, cookie } = house.reviewer;
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${url}/api/v1/imports?name=big.csv`, {
        method: "POST",
        headers: {
          cookie,
          "content-type": "application/octet-stream",
          "content-length": 2 * 1024 ** 3,
        },
      });
      asked.on("response", ({ statusCode }) => {
        resolve(statusCode);
        asked.destroy();
      });
      asked.on("error", reject);
      asked.write("name\n");
    });
    expect(status).toBe(413);
  });
});

test("a workbook that unpacks without end is refused, and the memory stays flat", async () => {
  const before = process.memoryUsage().rss;
  const { status, body } = await upload(house.reviewer, "bomb.xlsx", bomb());
  expect([status, body.code]).toEqual([422, "imports.unpacks_too_large"]);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 ** 2);
});

describe("named by row, and the rest comes in", () => {
  test("a cell of 10 MB, a ragged row, duplicate headers", async () => {
    const file = [
      "name,thesis,thesis",
      "Good,one,two",
      `Huge,${"x".repeat(10_000_000)},`,
      "Ragged,one,two,three",
      "Short",
    ].join("\n");
    const { id, shape } = await begin(house.reviewer, "rough.csv", file);
    expect(shape.columns.map(({ proposal }) => proposal)).toEqual(["name", "thesis", "skip"]);
    const dry = await checked(house.reviewer, "rough.csv", file);
    expect(dry.report).toMatchObject({ rows: 4, ready: 2, errors: 2 });
    const { items } = await rowsOf(house.reviewer, dry.id, "error");
    expect(items.map(({ row, errors }) => [row, errors[0]?.code])).toEqual([
      [3, "imports.cell_too_long"],
      [4, "imports.ragged"],
    ]);
    expect(items[0]?.errors[0]?.column).toBe("thesis");
    expect(id).not.toBe(dry.id);
  });

  test("values that a candidate may not have", async () => {
    const file = "name,website,market,quality now\nA,not a site,Mars,101\nB,b.example,CN,70%";
    const dry = await checked(house.reviewer, "values.csv", file);
    const { items } = await rowsOf(house.reviewer, dry.id, "error");
    expect(items.map(({ row }) => row)).toEqual([2]);
    expect(items[0]?.errors.map(({ column, value }) => [column, value]).sort()).toEqual([
      ["market", "Mars"],
      ["quality now", "101"],
      ["website", "not a site"],
    ]);
  });

  test("a quote that never closes fails the check, names its row, and changes nothing", async () => {
    const dry = await checked(house.reviewer, "quote.csv", 'name,thesis\nA,fine\nB,"opens\nC,here');
    expect(dry).toMatchObject({ state: "failed", problem: { code: "imports.open_quote" } });
    expect(dry.problem?.detail).toContain("row 3");
    expect((await house.reviewer.post(`/imports/${dry.id}/commit`)).status).toBe(409);
  });
});

const chinese =
  "名称,网址,赛道\r\n小冰,https://xiaobing.example,陪伴\r\n讯飞听见,https://tingjian.example,输入法\r\n";

describe("the same list in other clothes", () => {
  const clothes: [string, string, Buffer][] = [
    ["UTF-8", "utf-8", Buffer.from(chinese)],
    ["UTF-8 with a mark", "utf-8", Buffer.from(`\uFEFF${chinese}`)],
    ["GB18030", "gb18030", iconv.encode(chinese, "gb18030")],
    ["UTF-16LE", "utf-16le", Buffer.from(`\uFEFF${chinese}`, "utf16le")],
    ["UTF-16BE", "utf-16be", Buffer.from(`\uFEFF${chinese}`, "utf16le").swap16()],
    ["semicolons", "utf-8", Buffer.from(chinese.replaceAll(",", ";"))],
    ["tabs", "utf-8", Buffer.from(chinese.replaceAll(",", "\t"))],
    ["a title above", "utf-8", Buffer.from(`候选名单\r\n\r\n${chinese}`)],
  ];
  test.each(clothes)("%s", async (_name, encoding, bytes) => {
    const { shape } = await begin(house.reviewer, "名单.csv", bytes);
    expect(shape.encoding).toBe(encoding);
    expect(shape.columns.map(({ header, proposal }) => [header, proposal])).toEqual([
      ["名称", "name"],
      ["网址", "website"],
      ["赛道", "vertical"],
    ]);
    const dry = await checked(house.reviewer, "名单.csv", bytes);
    const { items } = await rowsOf(house.reviewer, dry.id, "ready");
    expect(items.map(({ name, facts }) => [name, facts["website"], facts["vertical"]])).toEqual([
      ["小冰", "https://xiaobing.example", "陪伴"],
      ["讯飞听见", "https://tingjian.example", "输入法"],
    ]);
  });

  test("a workbook, with dates and numbers of its own", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("空");
    const sheet = book.addWorksheet("名单");
    sheet.addRow(["名称", "网址", "成立日期", "员工数"]);
    sheet.addRow(["小冰", "https://xiaobing.example", new Date(Date.UTC(2014, 4, 29)), 300]);
    sheet.addRow(["讯飞", "https://tingjian.example", new Date(Date.UTC(1999, 11, 30)), 14_000]);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const dry = await checked(house.reviewer, "名单.xlsx", bytes);
    expect(dry.shape).toMatchObject({ format: "xlsx", sheet: "名单", sheets: ["空", "名单"] });
    expect(dry.shape.columns.map(({ looksLike }) => looksLike).slice(2)).toEqual([
      "date",
      "number",
    ]);
    expect(dry.report).toMatchObject({ ready: 2 });
    await commit(house.reviewer, dry.id);
    const { body } = await house.reviewer.get<CandidatePage>(
      `/candidates?import=${dry.id}&sort=name`,
    );
    expect(body.items.map(({ fields }) => Object.values(fields))).toEqual(
      expect.arrayContaining([
        ["2014-05-29", 300],
        ["1999-12-30", 14_000],
      ]),
    );
  });

  test("a workbook whose sites stand behind words, as links or by formula", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("名单");
    sheet.addRow(["名称", "官网"]);
    const links: [string, ExcelJS.CellValue][] = [
      ["灯塔笔记", { text: "官网链接", hyperlink: "https://dengta.example/?a=1&b=2" }],
      ["Quill", { formula: 'HYPERLINK("https://quill.example/","open")', result: "open" }],
      ["Murmur", { text: "murmur.example", hyperlink: "https://elsewhere.example/" }],
      ["Plain", "https://plain.example"],
      ["By mail", { text: "https://post.example", hyperlink: "mailto:a@post.example" }],
    ];
    for (const link of links) sheet.addRow(link);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const dry = await checked(house.reviewer, "links.xlsx", bytes);
    const { items } = await rowsOf(house.reviewer, dry.id, "ready");
    expect(items.map(({ facts }) => facts["website"])).toEqual([
      "https://dengta.example/?a=1&b=2",
      "https://quill.example/",
      "https://murmur.example",
      "https://plain.example",
      "https://post.example",
    ]);
  });

  test("columns at the end that hold nothing are no columns", async () => {
    const file = "name,website,,\nA,a.example,,\nB,b.example,,\n";
    const { shape } = await begin(house.reviewer, "trailing.csv", file);
    expect(shape.columns.map(({ header }) => header)).toEqual(["name", "website"]);
    const book = new ExcelJS.Workbook();
    book.addWorksheet("x").addRows([
      ["name", null, "tags", " ", ""],
      ["A", null, "a", " ", ""],
    ]);
    const workbook = Buffer.from(await book.xlsx.writeBuffer());
    const found = await begin(house.reviewer, "trailing.xlsx", workbook);
    expect(found.shape.columns.map(({ header }) => header)).toEqual(["name", "", "tags"]);
    const { id } = await begin(house.reviewer, "trailing.csv", file);
    expect(
      (await check(house.reviewer, id, { mapping: ["name", "website"] })).report,
    ).toMatchObject({ ready: 2, errors: 0 });
  });

  test("JSON, as a list, as lines, or under one key", async () => {
    const entries = [
      { name: "Alpha", tags: ["a", "b"] },
      { name: "Beta", website: "https://beta.example" },
    ];
    const forms = [
      JSON.stringify(entries),
      entries.map((entry) => JSON.stringify(entry)).join("\n"),
      JSON.stringify({ candidates: entries }),
    ];
    for (const form of forms) {
      const dry = await checked(house.reviewer, "list.json", form);
      const { items } = await rowsOf(house.reviewer, dry.id, "ready");
      expect(items.map(({ name, facts }) => [name, facts["tags"] ?? facts["website"]])).toEqual([
        ["Alpha", ["a", "b"]],
        ["Beta", "https://beta.example"],
      ]);
    }
  });
});

/** An archive of one entry whose bytes unpack to 2 GiB of nothing. */
function bomb(): Buffer {
  const megabyte = Buffer.alloc(1024 ** 2);
  const zeros = deflateRawSync(Buffer.concat(Array.from({ length: 64 }, () => megabyte)), {
    finishFlush: 3,
  });
  const packed = Buffer.concat(Array.from({ length: 32 }, () => zeros));
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}
