import { z } from "zod";
import { CandidateFilter } from "../candidates/contract.js";
import { Id } from "../kernel/contract.js";
import { Outcome, Stage } from "./contract.js";

/** A card: what is open to all, and the team's figures where they are revealed to this viewer. */
export const BoardCard = z
  .object({
    id: Id,
    name: z.string(),
    vertical: z.string().nullable(),
    stage: Stage,
    ownerId: Id.nullable(),
    revealed: z.boolean(),
    signed: z.int(),
    total: z.number().nullable(),
    rank: z.int().nullable(),
    outcome: Outcome.nullable(),
  })
  .meta({ id: "BoardCard" });
export type BoardCard = z.infer<typeof BoardCard>;

/** A stage with all that it counts, and the first of its cards: the best totals, then the newest. */
export const BoardColumn = z
  .object({
    stage: Stage,
    count: z.int(),
    /** Of those with a total that this viewer may see. */
    meanTotal: z.number().nullable(),
    items: z.array(BoardCard),
  })
  .meta({ id: "BoardColumn" });
export type BoardColumn = z.infer<typeof BoardColumn>;

export const Board = z.object({ columns: z.array(BoardColumn) }).meta({ id: "Board" });
export type Board = z.infer<typeof Board>;

export const BoardQuery = CandidateFilter.pick({ q: true, vertical: true, tag: true, owner: true })
  .extend({ limit: z.coerce.number().int().min(1).max(100).default(50) })
  .strict();
export type BoardQuery = z.infer<typeof BoardQuery>;
