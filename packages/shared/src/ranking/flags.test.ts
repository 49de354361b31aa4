import fc from "fast-check";
import { deployments } from "../candidates/contract.js";
import { countsOf, teamScore } from "../reviews/consensus.js";
import { coreCriteria, gateKeys } from "../rubrics/contract.js";
import { flags, GateState } from "./contract.js";
import { flagsOf, type GateFacts, gateStates } from "./gates.js";

/** Team scores from the levels given: one review a level. */
const scored = (levels: Partial<Record<string, readonly number[]>>): GateFacts["scores"] =>
  Object.fromEntries(
    Object.entries(levels).map(([k, list]) => [k, teamScore(countsOf(list ?? []))]),
  );

/** A candidate that passes everything it can, by a wide margin. */
const sound: GateFacts = {
  scores: scored({ habit: [5], pain: [5], assistant: [5], flywheel: [5], overrun: [0] }),
  reviews: 9,
  firstHandTrials: 9,
  thinWrapper: false,
  qualityNow: 95,
  pathTo90: "There already.",
  partners: "Two banks.",
  regulatedBuyer: false,
  deployment: "vpc",
};

describe("flags", () => {
  const flagsUnder = (change: Partial<GateFacts>, coverage = 1, reviews = 3) =>
    flagsOf(gateStates({ ...sound, ...change }), { coverage, reviews });
  const scores = (levels: Record<string, readonly number[]>) => ({
    scores: { ...sound.scores, ...scored(levels) },
  });

  test("one by one", () => {
    expect(flagsUnder(scores({ habit: [1] }))).toEqual(["traits-fail"]);
    expect(flagsUnder(scores({ habit: [2] }))).toEqual([]);
    expect(flagsUnder({ thinWrapper: true })).toEqual(["three-traits", "submerged"]);
    expect(flagsUnder(scores({ assistant: [1] }))).toEqual(["traits-fail", "replacement"]);
    expect(flagsUnder({ firstHandTrials: 0 })).toEqual(["three-traits", "provisional"]);
    expect(flagsUnder({ qualityNow: 10 })).toEqual(["three-traits", "not-sellable"]);
    expect(flagsUnder({ regulatedBuyer: true, deployment: "api" })).toEqual([
      "three-traits",
      "inadmissible",
    ]);
    expect(flagsUnder(scores({ pain: [2, 5, 5] }))).toEqual(["three-traits", "disagreement"]);
  });

  test("incomplete needs a gap and a review", () => {
    expect(flagsUnder({}, 0.99)).toEqual(["three-traits", "incomplete"]);
    expect(flagsUnder({}, 1)).toEqual(["three-traits"]);
    expect(flagsUnder({}, 0, 0)).toEqual(["three-traits"]);
    expect(flagsUnder({}, 0, 1)).toEqual(["three-traits", "incomplete"]);
  });

  test("what is unknown bears no flag", () => {
    expect(flagsUnder({ scores: {}, regulatedBuyer: true, deployment: null }, 1)).toEqual([]);
  });

  test("LangChain passes the three traits and is submerged all the same", () => {
    const langChain = scores({
      habit: [3],
      pain: [3],
      assistant: [3],
      flywheel: [1],
      overrun: [5],
    });
    expect(flagsUnder(langChain)).toEqual(["three-traits", "submerged"]);
  });
});

const facts = fc.record({
  scores: fc
    .record(
      Object.fromEntries(
        coreCriteria.map((key) => [
          key,
          fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 }),
        ]),
      ),
    )
    .map(scored),
  reviews: fc.nat(6),
  firstHandTrials: fc.nat(2),
  thinWrapper: fc.boolean(),
  qualityNow: fc.option(fc.nat(100)),
  pathTo90: fc.option(fc.constantFrom("", " ", "a plan")),
  partners: fc.option(fc.constantFrom("", " ", "a bank")),
  regulatedBuyer: fc.boolean(),
  deployment: fc.option(fc.constantFrom(...deployments)),
});

test("law: every gate always has a lawful state, and flags come in the contract's order", () => {
  fc.assert(
    fc.property(facts, fc.double({ min: 0, max: 1, noNaN: true }), (given, coverage) => {
      const states = gateStates(given);
      expect(Object.keys(states)).toEqual([...gateKeys]);
      for (const { state } of Object.values(states)) expect(GateState.options).toContain(state);
      const borne = flagsOf(states, { coverage, reviews: given.reviews });
      expect(borne).toEqual(flags.filter((flag) => borne.includes(flag)));
      expect(borne).not.toEqual(expect.arrayContaining(["three-traits", "traits-fail"]));
    }),
  );
});
