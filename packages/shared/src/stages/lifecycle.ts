import { Problem } from "../kernel/problem.js";
import type { Stage } from "./contract.js";

/** Which stage a member may move a candidate to by hand. Only a decision makes it decided, and moving it on withdraws that. */
export const lifecycle = {
  inbox: ["screening", "review", "discussion"],
  screening: ["inbox", "review", "discussion"],
  review: ["inbox", "screening", "discussion"],
  discussion: ["inbox", "screening", "review"],
  decided: ["review", "discussion"],
} as const satisfies Record<Stage, readonly Stage[]>;

export const movable = (from: Stage, to: Stage): boolean =>
  from === to || (lifecycle[from] as readonly Stage[]).includes(to);

/** The next stage, or a refusal in words. Staying where one is changes nothing. */
export function advance(from: Stage, to: Stage): Stage {
  if (!movable(from, to))
    throw new Problem("conflict", `A candidate in ${from} can't be moved to ${to} by hand.`, {
      code: "stages.not_allowed",
    });
  return to;
}
