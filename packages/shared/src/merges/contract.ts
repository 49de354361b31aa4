import { z } from "zod";
import { CandidatePatch } from "../candidates/contract.js";
import { Id, Timestamp } from "../kernel/contract.js";

/** The candidate of the address goes into `into`, which takes on the facts chosen here. */
export const MergeInput = z
  .strictObject({ into: Id, facts: CandidatePatch.default({}) })
  .meta({ id: "MergeInput" });
export type MergeInput = z.infer<typeof MergeInput>;

export const Merge = z
  .object({
    id: Id,
    fromId: Id,
    fromName: z.string(),
    intoId: Id,
    by: z.object({ id: Id, name: z.string() }),
    at: Timestamp,
    undoneAt: Timestamp.nullable(),
    /** What went along. Of reviews only those that count by now in public: how many are signed. */
    moved: z.object({ evidence: z.int(), trials: z.int(), reviews: z.int() }),
    /** Facts that the undo left, since somebody has edited them meanwhile. */
    kept: z.array(z.string()),
  })
  .meta({ id: "Merge" });
export type Merge = z.infer<typeof Merge>;
export const Merges = z.object({ items: z.array(Merge) }).meta({ id: "Merges" });
export type Merges = z.infer<typeof Merges>;
