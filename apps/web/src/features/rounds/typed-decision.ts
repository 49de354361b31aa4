import { Outcome } from "@highwater/shared/stages/contract";
import { z } from "zod";

const text = z.string().catch("");

/** A decision as it is being typed. */
const Typed = z.object({
  outcome: Outcome.catch("watch"),
  reason: text,
  ownerId: text,
  dueOn: text,
  nextLook: text,
  trigger: text,
  exception: text,
});
export type Typed = z.infer<typeof Typed>;

/** What this browser kept; whatever of it is unreadable is as if it were never typed. */
export function readTyped(kept: string | null): Typed {
  try {
    return Typed.parse(JSON.parse(kept ?? "{}"));
  } catch {
    return Typed.parse({});
  }
}
