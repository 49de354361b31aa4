import type { Candidate, CandidatePage } from "@highwater/shared/candidates/contract";
import type { Member } from "@highwater/shared/team/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, moveTo } from "../../../test/make.js";

let house: House;
const names = ["输入法", "Éclair", "eclair", "Zoo", "zoo", "打车 老人", "Ärger", "apple", "Apple"];
const wanted = 23;

beforeAll(async () => {
  house = await openHouse();
  for (let n = 0; n < wanted; n += 1)
    await makeCandidate(house.reviewer, {
      name: names[n % names.length] ?? "",
      thesis: n % 2 === 0 ? "帮老人打车的输入助手" : "Élan vital for WRITERS",
      vertical: n % 3 === 0 ? "writing" : "elderly",
      tags: n % 4 === 0 ? ["hot", "中文"] : [],
    });
  const { id } = await makeCandidate(house.reviewer, { name: "Archived apple", vertical: "gone" });
  await house.owner.delete(`/candidates/${id}`);
});
afterAll(() => house.close());

const list = async (query: string) =>
  (await house.viewer.get<CandidatePage>(`/candidates?${query}`)).body;

async function everyPage(query: string) {
  const seen: Candidate[] = [];
  for (let cursor = ""; ; ) {
    const page = await list(`${query}&limit=5${cursor}`);
    expect(page.items.length).toBeLessThanOrEqual(5);
    seen.push(...page.items);
    if (page.nextCursor === null) return seen;
    expect(page.items).toHaveLength(5);
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

describe("page by page", () => {
  test.each(["name", "-name", "createdAt", "-createdAt"])(
    "sorted by %s, every candidate comes once and in order",
    async (sort) => {
      const paged = await everyPage(`sort=${sort}`);
      const whole = (await list(`sort=${sort}&limit=200`)).items;
      expect(whole).toHaveLength(wanted);
      expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      expect(new Set(paged.map(({ id }) => id)).size).toBe(wanted);
      const opposite = sort.startsWith("-") ? sort.slice(1) : `-${sort}`;
      const turned = (await list(`sort=${opposite}&limit=200`)).items.reverse();
      expect(whole.map(({ id }) => id)).toEqual(turned.map(({ id }) => id));
    },
  );

  test("newest first is the order of entering", async () => {
    const dates = (await list("limit=200")).items.map(({ createdAt }) => createdAt);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test("names stand in the order of a Chinese dictionary, pinyin for characters", async () => {
    const collator = new Intl.Collator("zh");
    const sorted = (await list("sort=name&limit=200")).items.map(({ name }) => name);
    expect(sorted).toEqual([...sorted].sort(collator.compare));
  });

  test("a candidate entered meanwhile shifts nobody onto a second page", async () => {
    const first = await list("sort=createdAt&limit=10");
    const late = await makeCandidate(house.reviewer, { name: "Latecomer", vertical: "late" });
    const second = await list(
      `sort=createdAt&limit=200&cursor=${encodeURIComponent(first.nextCursor ?? "")}`,
    );
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(wanted + 1);
    expect(ids.at(-1)).toBe(late.id);
    await house.owner.delete(`/candidates/${late.id}`);
  });

  test("a cursor of another sort, and one that is nonsense, are refused", async () => {
    const { nextCursor } = await list("sort=name&limit=5");
    for (const query of [
      `sort=-name&cursor=${encodeURIComponent(nextCursor ?? "")}`,
      "cursor=nonsense",
      `cursor=${Buffer.from('["-createdAt",1]').toString("base64url")}`,
      `cursor=${Buffer.from('["-createdAt","x","y"]').toString("base64url")}`,
    ])
      expect(await house.viewer.get(`/candidates?${query}`)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "#/cursor" }] },
      });
  });

  test.each([
    ["name", "\u0000"],
    ["-createdAt", "no date"],
    ["-createdAt", "\uD800"],
  ])("a forged cursor of %s is refused or answered, never a fault of ours", async (sort, key) => {
    const keys = JSON.stringify([sort, key, crypto.randomUUID()]);
    const cursor = Buffer.from(keys).toString("base64url");
    const { status } = await house.viewer.get(`/candidates?sort=${sort}&cursor=${cursor}`);
    expect(status).toBeLessThan(500);
  });

  test.each(["0", "201", "abc", "-1", "1.5", ""])("a limit of %p is refused", async (limit) => {
    expect(await house.viewer.get(`/candidates?limit=${limit}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/limit" }] },
    });
  });

  test("an unknown key of the query is refused", async () => {
    expect(await house.viewer.get("/candidates?sortt=name")).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/sortt" }] },
    });
  });
});

describe("filters", () => {
  test("by vertical, tag and stage, alone and together", async () => {
    const writing = await list("vertical=writing&limit=200");
    expect(writing.items.every(({ vertical }) => vertical === "writing")).toBe(true);
    expect(writing.items).toHaveLength(8);
    expect((await list("tag=hot&limit=200")).items).toHaveLength(6);
    expect((await list("tag=hot&vertical=writing&limit=200")).items).toHaveLength(2);
    expect((await list("stage=review")).items).toEqual([]);
    const moved = writing.items[0]?.id ?? "";
    await moveTo(house.reviewer, moved, "review");
    expect((await list("stage=review")).items.map(({ id }) => id)).toEqual([moved]);
    expect((await everyPage("tag=hot&sort=name")).length).toBe(6);
  });

  test("facets name what is in use, and nothing that is archived", async () => {
    expect((await house.viewer.get("/candidates/facets")).body).toEqual({
      verticals: ["elderly", "writing"],
      tags: expect.arrayContaining(["hot", "中文"]),
    });
  });
});

describe("search", () => {
  const found = async (q: string) =>
    (await list(`q=${encodeURIComponent(q)}&limit=200`)).items.length;

  test.each([
    ["输入", 13],
    ["打车", 13],
    ["éclair", 3],
    ["ÉCLAIR", 3],
    ["élan writers", 11],
    ["ÉLAN", 11],
    ["zOO", 6],
    ["帮老人", 12],
    ["nothing like it", 0],
  ])("finds %s in %i candidates, whatever the case", async (q, n) => {
    expect(await found(q)).toBe(n);
  });

  test("takes every sign literally", async () => {
    for (const q of ["%", "_", "\\", "'", "$1", "*", "(", "🦊"]) expect(await found(q)).toBe(0);
    expect((await house.viewer.get("/candidates?q=%00")).status).toBeLessThan(500);
  });
});

test("sorted by owner, they stand by the owners' names, those without an owner first", async () => {
  const members = (await house.viewer.get<{ items: Member[] }>("/members")).body.items;
  const named = new Map(members.map(({ id, name }) => [id, name]));
  const owners = [house.third, house.owner, house.second, house.reviewer];
  for (const { memberId } of owners)
    await makeCandidate(house.reviewer, { ownerId: memberId, vertical: "owned" });
  await makeCandidate(house.reviewer, { vertical: "owned" });
  const { items } = await list("vertical=owned&sort=owner");
  const sorted = items.map(({ ownerId }) => named.get(ownerId ?? "") ?? "");
  const byName = owners.map(({ memberId }) => named.get(memberId) ?? "");
  expect(sorted).toEqual(["", ...byName.sort(new Intl.Collator("zh").compare)]);
});
