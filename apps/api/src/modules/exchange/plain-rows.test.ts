import type { FileShape } from "@highwater/shared/exchange/contract";
import { factTargets } from "@highwater/shared/exchange/headers";
import { fieldTypes } from "@highwater/shared/fields/contract";
import fc from "fast-check";
import { newId } from "../../platform/new-id.js";
import { rowReader } from "./plain-rows.js";
import { planOf, stage } from "./row-plan.js";

const options = ["Text", "图像"];
const fields = fieldTypes.map((type) => ({ key: type, type, options }));
const mapping = [...factTargets, ...fields.map(({ key }) => `fields.${key}`), "new:text:More"];
const shape = {
  columns: mapping.map((target, index) => ({ index, header: target })),
} as unknown as FileShape;
const ada = "01890000-0000-7000-8000-000000000001";
const plan = planOf(mapping, shape, fields, new Map([["ada", ada]]));
const read = rowReader(plan);

/** Plain and odd ones: bounds, broken characters, guards, addresses, figures, dates, choices. */
const cell = fc.oneof(
  fc.constantFrom(
    ...["", " ", "'", "'=1", "'plain", "=1+1", "\u0000", "a\ud800", "\ufeff", "\u3000名\u3000"],
    ...[
      "Jasper",
      "小冰 AI",
      "Ada",
      "ada",
      "x",
      "yes",
      "是",
      "no",
      "Text",
      "图像",
      "US",
      "CN",
      "api",
    ],
    ...["https://jasper.ai", "jasper.ai/x", "https://xn--a.com", "http://1.2.3.256", "not a site"],
    ...[
      "70%",
      "70",
      "101",
      "1e3",
      "-0",
      "1,200.5",
      "USD 5m",
      "2021-02-29",
      "2021-03-05",
      "2021年3月",
    ],
    ...["a;b；c,a", ";;", "[]", '[{"name":"Ada"}]', "{", "workflow;network", "startup"],
  ),
  fc.constantFrom(60, 61, 200, 201, 500, 501, 2000, 2001, 5001, 20_001).map((n) => "长".repeat(n)),
  fc.integer({ min: 0, max: 60 }).map((n) => Array.from({ length: n }, (_, at) => at).join(";")),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(null, true, 12, 70.5, new Date(0), new Date(1)),
);

test("a row read plainly is the row that the contract makes", () => {
  const few = fc.array(fc.tuple(fc.nat(mapping.length - 1), cell), { maxLength: 5 });
  const rows = fc.tuple(fc.oneof(fc.constant("Jasper"), cell), few, fc.boolean());
  fc.assert(
    fc.property(rows, ([name, given, broken]) => {
      const cells = mapping.map((target) => (target === "name" ? name : null));
      for (const [at, value] of given) cells[at] = value as string;
      const raw = { row: 2, cells, fault: broken ? { code: "x", reason: "Broken." } : null };
      expect({ ...read(raw), id: "" }).toEqual({ ...stage(raw, plan), id: "" });
    }),
    { numRuns: 5_000 },
  );
});

test("ids are of version 7, and each is greater than the one before", () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(
    ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
  ).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
