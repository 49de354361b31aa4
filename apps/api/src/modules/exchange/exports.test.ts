import { unguarded } from "@highwater/shared/exchange/formula";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import type { Client } from "../../../test/client.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, review, saveDraft, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse({ sample: true });
});
afterAll(() => house.close());

/** The very bytes of a file: reading an answer as text would drop the byte-order mark. */
async function bytesOf(client: Client, path: string) {
  const answer = await fetch(`${client.url}/api/v1/exports/candidates.${path}`, {
    headers: { cookie: client.cookie },
  });
  expect(answer.status).toBe(200);
  return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}

type Table = Record<string, string>[];
const tableOf = async (client: Client, query = ""): Promise<Table> =>
  parse((await bytesOf(client, `csv${query}`)).bytes, { bom: true, columns: true });

async function bookOf(client: Client, query = "") {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await bytesOf(client, `xlsx${query}`)).bytes.buffer as ArrayBuffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("no sheet");
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  const cell = (row: number, header: string) =>
    sheet.getRow(row).getCell(headers.indexOf(header) + 1);
  return { sheet, headers, cell };
}

const newField = (key: string, name: string, type: string) =>
  house.sql(
    `insert into "Field" ("teamId", id, key, name, type, position, "updatedAt")
     select id, gen_random_uuid(), $1, $2, $3::"FieldType", 20, now() from "Team"`,
    [key, name, type],
  );

describe("CSV", () => {
  test("begins with a byte-order mark, ends lines with CRLF, says what it is", async () => {
    const { bytes, headers } = await bytesOf(
      house.viewer,
      "csv?columns=name,thesis&q=nothing-like-it",
    );
    expect(bytes).toEqual(Buffer.from("\uFEFFname,thesis\r\n"));
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(headers.get("cache-control")).toBe("private, no-cache");
    const day = new Date().toISOString().slice(0, 10);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="Tide Watch candidates ${day}.csv"; filename*=UTF-8''Tide%20Watch%20candidates%20${day}.csv`,
    );
  });

  const risky = ["=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x", "'=1", "''@x"];
  test.each(risky)("%s runs in no spreadsheet, and comes back as it was", async (name) => {
    const { id } = await makeCandidate(house.reviewer, { name, notes: "\t=x", source: "a - b" });
    const [row] = await tableOf(
      house.viewer,
      `?q=${encodeURIComponent(`"${name}"`)}&columns=name,notes,source`,
    );
    expect(row).toEqual({ name: `'${name}`, notes: "'\t=x", source: "a - b" });
    expect([unguarded(row?.["name"] ?? ""), unguarded(row?.["notes"] ?? "")]).toEqual([
      name,
      "\t=x",
    ]);
    await house.owner.delete(`/candidates/${id}`);
  });

  test("keeps Chinese, quotes, commas and lines", async () => {
    const facts = {
      name: '打车 "老人", 版',
      thesis: "它's fine",
      notes: "一\n二\r\n三",
      tags: ["甲", "乙"],
    };
    await makeCandidate(house.reviewer, facts);
    const { bytes } = await bytesOf(
      house.viewer,
      `csv?q=${encodeURIComponent("老人 版")}&columns=name,thesis,notes,tags`,
    );
    expect(bytes.toString("utf8")).toBe(
      '\uFEFFname,thesis,notes,tags\r\n"打车 ""老人"", 版",它\'s fine,"一\n二\r\n三",甲; 乙\r\n',
    );
  });

  test("holds the view: filter, order, columns; team fields by their name", async () => {
    await newField("city", "城市", "text");
    await newField("amount", "name", "money");
    for (const [name, city] of [
      ["B", "杭州"],
      ["A", "上海"],
      ["C", "杭州"],
    ])
      await makeCandidate(house.reviewer, {
        name: `View ${name}`,
        fields: { city: city ?? "", amount: { amount: -2.5, currency: "CNY" } },
      });
    const rows = await tableOf(
      house.viewer,
      "?q=view&sort=name&fields=city:%E6%9D%AD%E5%B7%9E&columns=fields.city,name,fields.amount",
    );
    expect(rows).toEqual([
      { 城市: "杭州", name: "View B", "fields.amount": "CNY -2.5" },
      { 城市: "杭州", name: "View C", "fields.amount": "CNY -2.5" },
    ]);
  });

  test("refuses a column and a filter that it doesn't know, before the file begins", async () => {
    for (const [query, pointer] of [
      ["columns=name,nmae", "#/columns"],
      ["fields=city", "#/fields"],
    ])
      expect(await house.viewer.get(`/exports/candidates.csv?${query}`)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
  });

  test.each(["createdAt", "-createdAt", "name", "-name"])(
    "sorted by %s, 1,203 candidates come once each and in order",
    async (sort) => {
      await house.sql(
        `insert into "Candidate" ("teamId", id, name, "nameKey", vertical, "createdAt", "updatedAt")
         select t.id, gen_random_uuid(), 'Many ' || lpad(n::text, 4, '0'), 'many', 'bulk', '2026-01-01'::timestamptz + (n % 7) * interval '1 ms', now()
           from "Team" t, generate_series(1, 1203) n
          where not exists (select 1 from "Candidate" where "nameKey" = 'many')`,
      );
      const rows = await tableOf(
        house.viewer,
        `?vertical=bulk&sort=${sort}&columns=name,createdAt`,
      );
      expect(new Set(rows.map(({ name }) => name)).size).toBe(1203);
      const keys = rows.map((row) => row[sort.replace("-", "")] ?? "");
      const ascending = [...keys].sort();
      expect(keys).toEqual(sort.startsWith("-") ? ascending.reverse() : ascending);
    },
  );
});

describe("the figures", () => {
  test("are those of Team, to the last digit; unscored candidates have none", async () => {
    const { items } = (await house.viewer.get<RankingPage>("/ranking?limit=200")).body;
    const rows = await tableOf(house.viewer);
    const ranked = rows.filter(({ rank }) => rank !== "");
    expect(ranked).toHaveLength(16);
    for (const { name, rank, total, criteria } of items.filter((item) => item.total !== null))
      expect(rows.find((row) => row["name"] === name)).toMatchObject({
        rank: String(rank),
        total: String(total),
        reviews: "3",
        "mean.overrun": String(criteria["overrun"]?.mean),
      });
  });

  test("of a candidate are kept from whoever is recused from it, and from nobody else", async () => {
    const { items } = (await house.third.get<RankingPage>("/ranking?limit=1")).body;
    const [top] = items;
    await house.third.post(`/candidates/${top?.id}/recusal`, {});
    const seenBy = async (client: Client) =>
      (await tableOf(client)).find(({ name }) => name === top?.name);
    expect(await seenBy(house.third)).toMatchObject({
      rank: "",
      total: "",
      reviews: "",
      "mean.pain": "",
    });
    expect(await seenBy(house.second)).toMatchObject({ rank: "1", reviews: "3" });
  });
});

describe("the workbook", () => {
  test("has a styled header that stays, a filter, and typed cells", async () => {
    const website = "https://typed.example/x";
    await newField("founded_on", "Founded on", "date");
    await newField("staff", "Staff", "number");
    await makeCandidate(house.reviewer, {
      name: "Typed",
      website,
      qualityNow: 60,
      thinWrapper: true,
      thesis: "=1+1",
      fields: {
        founded_on: "2021-02-03",
        staff: -12.5,
        amount: { amount: 1500000, currency: "USD" },
      },
    });
    const { sheet, cell } = await bookOf(house.viewer, "?q=typed.example");
    expect(cell(2, "name").value).toBe("Typed");
    expect(cell(2, "qualityNow").value).toBe(60);
    expect(cell(2, "thinWrapper").value).toBe(true);
    expect(cell(2, "thesis").value).toBe("=1+1");
    expect(cell(2, "thesis").type).toBe(ExcelJS.ValueType.String);
    expect(cell(2, "website").value).toEqual({ text: website, hyperlink: website });
    expect(cell(2, "Founded on").value).toEqual(new Date("2021-02-03"));
    expect(cell(2, "Founded on").numFmt).toBe("yyyy-mm-dd");
    expect(cell(2, "Staff").value).toBe(-12.5);
    expect(cell(2, "fields.amount").value).toBe(1500000);
    expect(cell(2, "fields.amount").numFmt).toContain('"USD"');
    expect(cell(2, "createdAt").value).toBeInstanceOf(Date);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.autoFilter).toBeTruthy();
    const letters = { name: "Calibri", size: 11 };
    expect(sheet.getRow(1).getCell(1).font).toMatchObject({ ...letters, bold: true });
    expect(cell(2, "website").font).toMatchObject({ ...letters, underline: true });
    expect(sheet.rowCount).toBe(2);
  });

  test("ranks with numbers", async () => {
    const { sheet, cell } = await bookOf(house.viewer, "?stage=discussion&sort=name");
    expect(sheet.rowCount).toBe(17);
    for (let row = 2; row <= 17; row += 1) {
      expect(typeof cell(row, "total").value).toBe("number");
      expect(typeof cell(row, "mean.habit").value).toBe("number");
    }
  });
});

describe("hidden reviews", () => {
  const formats = ["csv", "csv?archived=true", "xlsx", "json"];

  test("are in no file: its bytes are the same before and after an amendment", async () => {
    const { id } = await makeReviewable(house.owner, { name: "Hidden harbour" });
    await sign(house.second, id, [5, 5, 5, 5, 0], "Zanzibar");
    const all = (client: Client) =>
      Promise.all(formats.map(async (format) => (await bytesOf(client, format)).bytes));
    for (const client of [house.owner, house.reviewer, house.viewer]) {
      const before = await all(client);
      await sign(house.second, id, [0, 0, 0, client.name.length % 5, 5], `Zanzibar ${client.name}`);
      await saveDraft(house.third, id, review([1, 2, 3, 4, 5], client.name));
      expect(
        (await all(client)).map((bytes, at) => bytes.equals(before[at] ?? Buffer.of())),
      ).toEqual(formats.map(() => true));
      expect(Buffer.concat(before).includes("Zanzibar")).toBe(false);
    }
  });
});
