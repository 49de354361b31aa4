import { RankingQuery, Scope, Sort } from "@highwater/shared/ranking/contract";
import { z } from "zod";

const { q, vertical, stage, tag, minTotal, preset } = RankingQuery.shape;

/** The view in the URL. What is left out is the default; what can't be read is dropped, not refused. */
export const RankingSearch = z.object({
  scope: Scope.optional().catch(undefined),
  preset: preset.catch(undefined),
  weights: z
    .string()
    .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/)
    .optional()
    .catch(undefined),
  q: q.catch(undefined),
  vertical: vertical.catch(undefined),
  stage: stage.catch(undefined),
  tag: tag.catch(undefined),
  minTotal: minTotal.catch(undefined),
  sort: Sort.optional().catch(undefined),
  /** The columns shown, with commas between. */
  cols: z.string().max(400).optional().catch(undefined),
  /** The row that is selected, and whether it is peeked at. */
  sel: z.string().max(64).optional().catch(undefined),
  peek: z.literal("1").optional().catch(undefined),
});
export type RankingSearch = z.infer<typeof RankingSearch>;

const filterKeys = ["q", "vertical", "stage", "tag", "minTotal"] as const;
export type FilterKey = (typeof filterKeys)[number];

export const filtersOf = (search: RankingSearch): FilterKey[] =>
  filterKeys.filter((key) => search[key] !== undefined);
