import { z } from "zod";
import { RankingSearch } from "../search";

/** An axis: a criterion by its key, the total, or how many reviews. */
const axis = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/)
  .optional()
  .catch(undefined);

export const colours = ["stage", "total"] as const;
export const sizes = ["reviews", "none"] as const;

export const MatrixSearch = RankingSearch.pick({ scope: true, sel: true }).extend({
  x: axis,
  y: axis,
  size: z.enum(sizes).optional().catch(undefined),
  colour: z.enum(colours).optional().catch(undefined),
});
export type MatrixSearch = z.infer<typeof MatrixSearch>;
