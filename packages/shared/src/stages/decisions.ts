import type { z } from "zod";
import type { GateResult } from "../ranking/contract.js";
import type { Outcome } from "./contract.js";

type Gates = readonly z.infer<typeof GateResult>[];

/** The states in which a gate bars an investment; the others only flag. */
const barring: Partial<Record<Gates[number]["gate"]["key"], Gates[number]["state"]>> = {
  traits: "fail",
  submerged: "flag",
  replacement: "fail",
  sellable: "unmet",
};

/** The codes of the gates that bar an investment in a candidate as it stands: G1, G2, G3, G5. */
export const bars = (gates: Gates): string[] =>
  gates.filter(({ gate, state }) => barring[gate.key] === state).map(({ gate }) => gate.code);

/** Those who voted for something else than what was decided. */
export const dissentOf = <V extends { outcome: Outcome }>(votes: readonly V[], outcome: Outcome) =>
  votes.filter((vote) => vote.outcome !== outcome);
