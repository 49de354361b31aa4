import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import { type House, openHouse } from "../../test/house.js";
import { makeReviewable, sign } from "../../test/make.js";

const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
let house: House;
let folder: string;
beforeAll(async () => {
  house = await openHouse({ sample: true });
  folder = await mkdtemp(join(tmpdir(), "highwater-cli-"));
  const { id } = await makeReviewable(house.owner, { name: "Hidden harbour" });
  await sign(house.second, id, [5, 5, 5, 5, 0], "Zanzibar");
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

/** The built program, as a shell on the host would run it. */
const highwater = (args: string[], settings: Record<string, string> = {}) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const { PATH = "" } = process.env;
    const env = { PATH, DATABASE_URL: house.databaseUrl, ...settings };
    execFile(process.execPath, [program, ...args], { env, cwd: folder }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

describe("rank", () => {
  test("--json answers what the ranking does", async () => {
    const { code, out } = await highwater(["rank", "--preset", "short", "--json", "--limit", "5"]);
    const told = JSON.parse(out) as RankingPage;
    const { body } = await house.owner.get<RankingPage>("/ranking?preset=short&limit=5");
    expect(code).toBe(0);
    expect(told).toEqual(body);
    expect(told.items[0]).toMatchObject({ rank: 1, criteria: { habit: { n: 3 } } });
  });

  test("draws a table whose columns stand under each other, Chinese or not", async () => {
    await house.sql(`update "Candidate" set name = '输入法助手' where name like '%Copilot%'`);
    const { out } = await highwater(["rank", "--limit", "16"]);
    const lines = out.split("\n").filter((line) => / discussion /.test(line));
    const columns = lines.map((line) => {
      const before = line.slice(0, line.indexOf(" discussion "));
      return [...before].reduce(
        (sum, sign) => sum + (/\p{Script=Han}|[\uFF00-\uFF60]/u.test(sign) ? 2 : 1),
        0,
      );
    });
    expect(lines).toHaveLength(16);
    expect(out).toContain("输入法助手");
    expect(new Set(columns).size).toBe(1);
  });

  const wrong: [string[], RegExp][] = [
    [["rank", "--preset", "best"], /--preset.*best.*balanced, short, long/],
    [["rank", "--limit", "0"], /--limit.*whole number from 1 to 200/],
    [["rank", "--team", "nope"], /no team nope\. There are: \w+/],
    [["import", "x.csv", "--duplicates", "lose"], /--duplicates.*lose.*skip, merge, keep/],
    [["export", "x.pdf"], /x\.pdf: end it in \.csv, \.xlsx or \.json/],
    [["token", "create", "--email", "a@b.c", "--name", "x", "--days", "1e9"], /--days.*1 to 366/],
  ];
  test.each(wrong)("%j is refused in words, with exit code 1", async (args, sentence) => {
    const { code, out, err } = await highwater(args);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(sentence);
  });
});

describe("export", () => {
  test("writes what a member sees; --all writes the hidden and the archived too", async () => {
    await house.sql(`update "Candidate" set "archivedAt" = now() where name like 'Jasper%'`);
    const seen = await highwater(["export", "seen.json", "--as", house.viewer.email, "--json"]);
    const whole = await highwater(["export", "whole.json", "--all", "--json"]);
    expect(JSON.parse(seen.out)).toMatchObject({ file: "seen.json", format: "json", all: false });
    expect(JSON.parse(whole.out)).toMatchObject({ file: "whole.json", format: "json", all: true });
    expect(await readFile(join(folder, "seen.json"), "utf8")).not.toContain("Zanzibar");
    expect(await readFile(join(folder, "whole.json"), "utf8")).toContain("Zanzibar");
    const tables = await Promise.all([
      highwater(["export", "-"]),
      highwater(["export", "-", "--all", "--format", "csv"]),
    ]);
    const [mine = "", all = ""] = tables.map(({ out }) => out);
    expect(mine.startsWith("\uFEFFname,")).toBe(true);
    expect([/^Jasper/m.test(mine), /^Jasper/m.test(all)]).toEqual([false, true]);
    const total = /^Hidden harbour.*,100,1,5,/m;
    expect([total.test(mine), total.test(all)]).toEqual([false, true]);
  });

  test("a reader of the pipe that has seen enough ends it without a word", async () => {
    const { PATH = "" } = process.env;
    const shell = `{ "${process.execPath}" "${program}" export - --format json; echo $? >&2; } | head -c 9`;
    const told = await new Promise((resolve) => {
      const env = { PATH, DATABASE_URL: house.databaseUrl };
      execFile("sh", ["-c", shell], { env, cwd: folder }, (_, out, err) => resolve([out, err]));
    });
    expect(told).toEqual([expect.stringMatching(/^\{/), "0\n"]);
  });

  test("--all comes back in by import: the second team exports the same digest", async () => {
    const other = await openHouse();
    try {
      const into = { DATABASE_URL: other.databaseUrl };
      await highwater(["export", "whole.json", "--all"]);
      const dry = await highwater(["import", "whole.json"], into);
      expect(dry.out).toMatch(/reviews.*evidence.*No members here.*Add --yes/);
      const { code, out } = await highwater(["import", "whole.json", "--yes", "--json"], into);
      expect([code, JSON.parse(out)]).toMatchObject([0, { merged: 0, skipped: 0, failed: 0 }]);
      await highwater(["export", "again.json", "--all"], into);
      const digestOf = async (file: string) =>
        (JSON.parse(await readFile(join(folder, file), "utf8")) as { digest: string }).digest;
      expect(await digestOf("again.json")).toBe(await digestOf("whole.json"));
    } finally {
      await other.close();
    }
  });

  test("leaves nothing half written, and says what is wrong", async () => {
    const { code, err } = await highwater(["export", "x.csv", "--as", "nobody@example.test"]);
    expect([code, err]).toEqual([1, expect.stringContaining("nobody@example.test is no member")]);
    expect((await readdir(folder)).filter((name) => /^x\.csv/.test(name))).toEqual([]);
  });
});

describe("doctor", () => {
  type Diagnosis = { ok: boolean; checks: { check: string; state: string; todo: string | null }[] };
  const examine = async (settings: Record<string, string> = {}) => {
    const { code, out } = await highwater(["doctor", "--json"], settings);
    const { ok, checks } = JSON.parse(out) as Diagnosis;
    return {
      code,
      ok,
      states: Object.fromEntries(checks.map(({ check, state }) => [check, state])),
      checks,
    };
  };

  test("finds a house in order", async () => {
    const found = await examine({ HIGHWATER_DATABASE_STATE: "ready", HIGHWATER_DATA: folder });
    expect(found).toMatchObject({
      code: 0,
      ok: true,
      states: {
        node: "ok",
        settings: "ok",
        database: "ok",
        migrations: "ok",
        server: "ok",
        rights: "ok",
        jobs: "ok",
        teams: "ok",
      },
    });
  });

  test("tells a database that is down, and what to do", async () => {
    const found = await examine({ DATABASE_URL: "postgresql://127.0.0.1:1/none" });
    expect(found).toMatchObject({
      code: 1,
      ok: false,
      states: { node: "ok", database: "problem" },
    });
    expect(found.checks.filter(({ state, todo }) => state !== "ok" && !todo)).toEqual([]);
    expect(await examine({ HIGHWATER_DATABASE_STATE: "no server" })).toMatchObject({ code: 1 });
  });

  test("tells settings that conflict, jobs that are stuck and rights that are lost", async () => {
    await house.sql(
      `insert into "Job" ("teamId", id, "memberId", lane, kind, "subjectId", "createdAt")
       select id, gen_random_uuid(), gen_random_uuid(), 'x', 'x', gen_random_uuid(), now() - interval '1 hour' from "Team"`,
    );
    expect(await examine({ TRUST_PROXY: "true" })).toMatchObject({
      code: 0,
      states: { settings: "warning", jobs: "warning" },
    });
    await house.sql('revoke insert on "Candidate" from highwater_api');
    expect(await examine({ PORT: "no" })).toMatchObject({
      code: 1,
      states: { settings: "problem", rights: "problem" },
    });
  });
});
