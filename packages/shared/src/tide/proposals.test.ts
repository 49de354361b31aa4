import fc from "fast-check";
import { knownVerticals, moats, modelStrategies } from "../candidates/contract.js";
import { proposedReliance } from "./proposals.js";

const catalogue = new Set(
  knownVerticals.flatMap((vertical) =>
    proposedReliance({ vertical, modelStrategy: "api", moats: ["private-deployment"] }, {
      has: () => true,
    } as unknown as ReadonlySet<string>).map(({ capability }) => capability),
  ),
);

const known = fc.record({
  vertical: fc.option(fc.constantFrom(...knownVerticals, "水产养殖")),
  modelStrategy: fc.option(fc.constantFrom(...modelStrategies)),
  moats: fc.subarray([...moats]),
});

test("writing over an API leans on generation most of all", () => {
  const [first] = proposedReliance(
    { vertical: "writing", modelStrategy: "api", moats: [] },
    catalogue,
  );
  expect(first).toEqual({ capability: "text-generation", share: 0.6, confirmed: false });
});

test("heavy operations halve what leans on models; private deployment leans on its lack", () => {
  const of = (moat: (typeof moats)[number]) =>
    proposedReliance({ vertical: "elderly", modelStrategy: "api", moats: [moat] }, catalogue);
  expect(of("heavy-operations").map(({ share }) => share)).toEqual([0.1, 0.1]);
  expect(of("private-deployment")).toContainEqual({
    ...{ capability: "private-deployment", share: 0.3, confirmed: false },
  });
});

test("law: shares are above 0, sum to at most 1, and name capabilities of the catalogue once", () => {
  fc.assert(
    fc.property(known, fc.subarray([...catalogue]), (facts, some) => {
      const proposed = proposedReliance(facts, new Set(some));
      const names = proposed.map(({ capability }) => capability);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(some).toContain(name);
      for (const { share } of proposed) expect(share).toBeGreaterThan(0);
      expect(proposed.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test("law: no strategy leans more on others' models than an API does", () => {
  fc.assert(
    fc.property(known, (facts) => {
      const sum = (modelStrategy: string | null) =>
        proposedReliance({ ...facts, modelStrategy }, catalogue).reduce(
          (all, { share }) => all + share,
          0,
        );
      expect(sum(facts.modelStrategy)).toBeLessThanOrEqual(sum("api") + 0.02);
    }),
  );
});
