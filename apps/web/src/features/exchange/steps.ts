import type { Import } from "@highwater/shared/exchange/contract";
import { hasDraft } from "./draft";
import { isBusy } from "./queries";

const steps = ["file", "columns", "check", "done"] as const;
export type Step = (typeof steps)[number];

/** A portfolio file has no columns: everything in it has its place. */
export const stepsOf = ({ shape }: Import): readonly Step[] =>
  steps.filter((step) => step !== "columns" || shape.columns.length > 0);

/** The furthest step that the import has reached by what is known of it. */
function reached({ id, state }: Import): Step {
  if (state === "mapping") return hasDraft(id) ? "columns" : "file";
  if (state === "committed" || state === "undoing" || state === "undone") return "done";
  return "check";
}

/** Where one stands. What is at work, or done, can't be changed by going back. */
export function stepOf(one: Import, asked: Step | undefined): Step {
  const at = reached(one);
  const free = asked !== undefined && at !== "done" && !isBusy(one);
  return free && stepsOf(one).includes(asked) ? asked : at;
}
