import { deployments } from "../candidates/contract.js";
import { countsOf, teamScore } from "../reviews/consensus.js";
import { coreCriteria, type GateKey } from "../rubrics/contract.js";
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

const state = (gate: GateKey, change: Partial<GateFacts>) =>
  gateStates({ ...sound, ...change })[gate].state;
const values = (gate: GateKey, change: Partial<GateFacts> = {}) =>
  gateStates({ ...sound, ...change })[gate].values;
const under = (gate: GateKey, levels: Record<string, readonly number[]>) =>
  state(gate, { scores: { ...sound.scores, ...scored(levels) } });

test("a sound candidate stands above every gate", () => {
  expect(Object.entries(gateStates(sound)).map(([gate, { state }]) => [gate, state])).toEqual([
    ["traits", "pass"],
    ["submerged", "clear"],
    ["replacement", "pass"],
    ["evidence", "pass"],
    ["sellable", "pass"],
    ["admissible", "clear"],
    ["split", "clear"],
  ]);
  expect(flagsOf(gateStates(sound), { coverage: 1, reviews: 9 })).toEqual(["three-traits"]);
});

describe("G1 three traits", () => {
  const traits = (habit: number[], pain: number[], assistant: number[]) =>
    under("traits", { habit, pain, assistant });

  test("all at 3 pass", () => expect(traits([3], [3], [3])).toBe("pass"));
  test.each([
    [[2, 3], [3], [3]],
    [[3], [2, 3], [3]],
    [[3], [3], [2, 3]],
  ])("one at 2.5 no longer passes: %j %j %j", (...medians) => {
    expect(traits(...medians)).toBe("clear");
  });
  test.each([
    [[2], [5], [5]],
    [[5], [2], [5]],
    [[5], [5], [2]],
  ])("one at 2 does not fail yet: %j %j %j", (...medians) => {
    expect(traits(...medians)).toBe("clear");
  });
  test.each([
    [[1, 2], [5], [5]],
    [[5], [1, 2], [5]],
    [[5], [5], [1, 2]],
  ])("one at 1.5 fails: %j %j %j", (...medians) => {
    expect(traits(...medians)).toBe("fail");
  });
  test("the median speaks, not the mean", () => {
    expect(traits([3, 3, 0], [3, 3, 0], [3, 3, 0])).toBe("pass");
    expect(traits([1, 1, 5], [5], [5])).toBe("fail");
  });
  test("one missing: unknown, unless another fails", () => {
    expect(traits([5], [], [5])).toBe("unknown");
    expect(traits([1], [], [5])).toBe("fail");
    expect(state("traits", { scores: {} })).toBe("unknown");
  });
  test("it shows what it compared", () => {
    expect(values("traits", { scores: scored({ habit: [3], pain: [4, 5] }) })).toEqual({
      habit: 3,
      pain: 4.5,
      assistant: null,
    });
  });
});

describe("G2 likely submerged", () => {
  test("risk 4 with flywheel 2 is flagged", () => {
    expect(under("submerged", { overrun: [4], flywheel: [2] })).toBe("flag");
  });
  test("risk 3.5 is not", () => {
    expect(under("submerged", { overrun: [3, 4], flywheel: [2] })).toBe("clear");
  });
  test("flywheel 2.5 saves it", () => {
    expect(under("submerged", { overrun: [4], flywheel: [2, 3] })).toBe("clear");
  });
  test("a thin wrapper is flagged whatever the scores, and without any", () => {
    expect(state("submerged", { thinWrapper: true })).toBe("flag");
    expect(state("submerged", { thinWrapper: true, scores: {} })).toBe("flag");
  });
  test("a missing score: unknown", () => {
    expect(under("submerged", { flywheel: [] })).toBe("unknown");
    expect(under("submerged", { overrun: [] })).toBe("unknown");
  });
  test("it shows what it compared", () => {
    expect(values("submerged", { thinWrapper: true })).toEqual({
      overrun: 0,
      flywheel: 5,
      thinWrapper: 1,
    });
  });
});

describe("G3 not a replacement", () => {
  test("2 passes", () => expect(under("replacement", { assistant: [2] })).toBe("pass"));
  test("1.5 fails", () => expect(under("replacement", { assistant: [1, 2] })).toBe("fail"));
  test("missing: unknown", () => expect(under("replacement", { assistant: [] })).toBe("unknown"));
  test("it shows what it compared", () => expect(values("replacement")).toEqual({ assistant: 5 }));
});

describe("G4 evidence", () => {
  const evidence = (reviews: number, firstHandTrials: number) =>
    state("evidence", { reviews, firstHandTrials });
  test("3 reviews and 1 trial pass", () => expect(evidence(3, 1)).toBe("pass"));
  test("2 reviews don't", () => expect(evidence(2, 1)).toBe("unmet"));
  test("no first-hand trial doesn't", () => expect(evidence(3, 0)).toBe("unmet"));
  test("it shows what it compared", () => {
    expect(values("evidence")).toEqual({ reviews: 9, firstHandTrials: 9 });
  });
});

describe("G5 sellable", () => {
  test("60 passes, 59 doesn't", () => {
    expect(state("sellable", { qualityNow: 60 })).toBe("pass");
    expect(state("sellable", { qualityNow: 59 })).toBe("unmet");
  });
  test.each([null, "", " \n", "\u3000"])("%j is neither a path to 90 nor a partner", (text) => {
    expect(state("sellable", { pathTo90: text })).toBe("unmet");
    expect(state("sellable", { partners: text })).toBe("unmet");
  });
  test("no quality: unmet, but no flag", () => {
    const states = gateStates({ ...sound, qualityNow: null });
    expect(states.sellable).toEqual({
      state: "unmet",
      values: { qualityNow: null, pathTo90: 1, partners: 1 },
    });
    expect(flagsOf(states, { coverage: 1, reviews: 9 })).not.toContain("not-sellable");
  });
  test("a quality given and the gate unmet: a flag, be it 0", () => {
    for (const change of [{ qualityNow: 0 }, { qualityNow: 59 }, { partners: null }])
      expect(flagsOf(gateStates({ ...sound, ...change }), { coverage: 1, reviews: 9 })).toContain(
        "not-sellable",
      );
  });
});

describe("G6 admissible", () => {
  test("a regulated buyer over an API alone is flagged", () => {
    expect(state("admissible", { regulatedBuyer: true, deployment: "api" })).toBe("flag");
  });
  test("any other deployment is clear", () => {
    const clear = deployments.filter(
      (deployment) => state("admissible", { regulatedBuyer: true, deployment }) === "clear",
    );
    expect(clear).toEqual(["vpc", "on-prem", "edge"]);
  });
  test("a regulated buyer and no known deployment: unknown", () => {
    expect(state("admissible", { regulatedBuyer: true, deployment: null })).toBe("unknown");
  });
  test.each([null, ...deployments])("without a regulated buyer %p is clear", (deployment) => {
    expect(state("admissible", { regulatedBuyer: false, deployment })).toBe("clear");
  });
  test("it shows what it compared", () => {
    expect(values("admissible")).toEqual({ regulatedBuyer: 0, apiOnly: 0 });
    expect(values("admissible", { deployment: "api" })).toEqual({ regulatedBuyer: 0, apiOnly: 1 });
    expect(values("admissible", { regulatedBuyer: true, deployment: null })).toEqual({
      regulatedBuyer: 1,
      apiOnly: null,
    });
  });
});

describe("G7 split", () => {
  test.each([...coreCriteria, "founders"])("3 apart on %s is a split, 2 is not", (key) => {
    expect(under("split", { [key]: [1, 4, 3] })).toBe("flag");
    expect(under("split", { [key]: [2, 4, 3] })).toBe("clear");
  });
  test("nothing scored: clear", () => {
    expect(state("split", { scores: { habit: null } })).toBe("clear");
    expect(values("split", { scores: {} })).toEqual({ spread: null });
  });
  test("it shows the widest", () => {
    expect(values("split", { scores: scored({ habit: [1, 2], pain: [0, 5] }) })).toEqual({
      spread: 5,
    });
  });
});
