import { request } from "node:http";
import type { CandidatePage } from "@highwater/shared/candidates/contract";
import type { Import } from "@highwater/shared/exchange/contract";
import { maxImportBytes } from "@highwater/shared/exchange/contract";
import { type House, openHouse } from "../../../test/house.js";
import { begin, check, checked, commit, rowsOf } from "../../../test/import.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

const count = async () =>
  Number((await house.sql(`select count(*) as n from "Candidate"`))[0]?.["n"]);

/** Names that are not spelled nearly the same. */
const many = (rows: number) =>
  `name,thesis\n${Array.from({ length: rows }, (_, at) => `${(at * 7919).toString(36)}x${at},Row ${at}`).join("\n")}\n`;

/** Where the import stands, however often the API has to be asked while its database is away. */
async function standing(id: string, busy: readonly string[]): Promise<Import> {
  for (let waited = 0; waited < 200_000; waited += 200) {
    const answer = await house.reviewer.get<Import>(`/imports/${id}`).catch(() => null);
    if (answer?.status === 200 && !busy.includes(answer.body.state)) return answer.body;
    await pause(200);
  }
  throw new Error("The import does not come to an end.");
}

/** Every session of the API with its database ends, as if the server had gone. */
const cutSessions = () =>
  house.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  );

test("2 GB that nobody announced are refused at the limit, kept nowhere, and the memory stays flat", async () => {
  const before = process.memoryUsage().rss;
  const piece = Buffer.from("a name that is repeated,and a thesis\n".repeat(30_000));
  let highest = before;
  let sent = 0;
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request(`${house.url}/api/v1/imports?name=huge.csv`, {
      method: "POST",
      agent: false,
      headers: { cookie: house.reviewer.cookie, "content-type": "application/octet-stream" },
    });
    let answered = false;
    asked.on("response", (response) => {
      answered = true;
      let body = "";
      response.on("data", (text) => {
        body += text;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body });
        asked.destroy();
      });
    });
    asked.on("error", (error) => (answered ? undefined : reject(error)));
    const write = () => {
      while (!answered && sent < 2 * 1024 ** 3) {
        sent += piece.length;
        highest = Math.max(highest, process.memoryUsage().rss);
        if (!asked.write(piece)) return asked.once("drain", write);
      }
      return answered || asked.end();
    };
    write();
  });
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.body)).toMatchObject({ code: "files.too_large" });
  expect(sent).toBeGreaterThan(maxImportBytes);
  expect(highest - before).toBeLessThan(300 * 1024 ** 2);
  expect(await house.sql(`select 1 from "File"`)).toEqual([]);
  expect(await house.sql(`select 1 from "FilePiece" limit 1`)).toEqual([]);
}, 180_000);

describe("what is no row like the others", () => {
  test("a file of one column is a list of names, with a header or without", async () => {
    for (const [file, rows] of [
      ["name\nReef\nAtoll\n", 2],
      ["产品名称\r\n小冰\r\n讯飞听见\r\n豆包", 3],
    ] as const) {
      const dry = await checked(house.reviewer, "one.csv", file);
      expect(dry.report).toMatchObject({ rows, ready: rows, errors: 0 });
    }
  });

  test("NUL bytes far behind the head of a file fail its check, and say in which row", async () => {
    const file = Buffer.from(`${many(40_000)}Broken\0,x\n`);
    const dry = await checked(house.reviewer, "nul.csv", file);
    expect(dry).toMatchObject({ state: "failed", problem: { code: "imports.not_a_table" } });
    expect(dry.problem?.detail).toContain("Row 40002 ");
  });

  test("NULs, halves of characters and cut ones in JSON and CSV are errors of their rows", async () => {
    const whale = "🐋".repeat(101);
    const json = `[{"name":"A","city":"x\\u0000y"},{"name":"B\\ud83d"},{"name":"C","market":"x${whale}"},{"name":"D"}]`;
    const { shape, id } = await begin(house.reviewer, "list.json", json);
    expect(shape.columns.map(({ header }) => header)).toEqual(["name", "city", "market"]);
    const dry = await check(house.reviewer, id, { mapping: ["name", "new:text:city", "market"] });
    expect(dry.report).toMatchObject({ rows: 4, ready: 1, errors: 3 });
    const { items } = await rowsOf(house.reviewer, id, "error");
    expect(items.map(({ row, errors }) => [row, errors[0]?.column])).toEqual([
      [1, "city"],
      [2, "name"],
      [3, "market"],
    ]);
    const csv = await checked(house.reviewer, "w.csv", `name,market\nA,x${whale}\nB,CN`);
    expect(csv.report).toMatchObject({ ready: 1, errors: 1 });
    expect((await commit(house.reviewer, id)).report).toMatchObject({ added: 1, failed: 3 });
  });
});

test("cancelled in the middle of its check, an import leaves no row, and may be checked again", async () => {
  const { reviewer } = house;
  const { id } = await begin(reviewer, "many.csv", many(60_000));
  await reviewer.post(`/imports/${id}/check`, { mapping: ["name", "thesis"] });
  for (;;) {
    const { progress, state } = (await reviewer.get<Import>(`/imports/${id}`)).body;
    if ((progress?.done ?? 0) > 0 || state !== "checking") break;
  }
  const { body, status } = await reviewer.post<Import>(`/imports/${id}/cancel`);
  expect([status, body.state]).toEqual([200, "cancelled"]);
  expect((await reviewer.post(`/imports/${id}/commit`)).status).toBe(409);
  const again = await check(reviewer, id, { mapping: ["name", "thesis"] });
  expect(again.report).toMatchObject({ rows: 60_000, errors: 0 });
  expect(await count()).toBe(0);
}, 120_000);

describe("the database going away in the middle", () => {
  test.each([50, 400])(
    "of a check, after %d ms: it ends by itself, or says that it failed",
    async (ms) => {
      const { reviewer } = house;
      const { id } = await begin(reviewer, "many.csv", many(30_000));
      await reviewer.post(`/imports/${id}/check`, { mapping: ["name", "thesis"] });
      await pause(ms);
      await cutSessions();
      const told = await standing(id, ["checking"]);
      expect(["checked", "failed"]).toContain(told.state);
      if (told.state === "failed") expect(told.problem?.detail).toMatch(/Nothing was changed/);
      const dry =
        told.state === "checked"
          ? told
          : await check(reviewer, id, { mapping: ["name", "thesis"] });
      expect(dry.report).toMatchObject({ rows: 30_000, ready: 30_000, errors: 0 });
      expect(await count()).toBe(0);
    },
    240_000,
  );

  test.each([20, 300, 1_000])(
    "of a commit, after %d ms: all of it stands, or nothing",
    async (ms) => {
      const { reviewer } = house;
      const { id } = await checked(reviewer, "many.csv", many(20_000));
      await reviewer.post(`/imports/${id}/commit`, {});
      await pause(ms);
      await cutSessions();
      const told = await standing(id, ["committing"]);
      expect(["committed", "failed"]).toContain(told.state);
      expect(await count()).toBe(told.state === "committed" ? 20_000 : 0);
      if (told.state === "committed") return;
      await check(reviewer, id, { mapping: ["name", "thesis"] });
      expect((await commit(reviewer, id)).report).toMatchObject({ added: 20_000 });
      const { body } = await reviewer.get<CandidatePage>("/candidates");
      expect(body.count).toBe(20_000);
    },
    240_000,
  );
});
