import { z } from "zod";
import { RankingSearch } from "../search";

/** The weights in the URL; the row that is asked about. */
export const StudioSearch = RankingSearch.pick({ scope: true, weights: true }).extend({
  sel: z.uuid().optional().catch(undefined),
});
export type StudioSearch = z.infer<typeof StudioSearch>;

/** The heaviest that a slider goes. */
export const heaviest = 100;

/** The URL's weights, where it has as many as the rubric; else none. */
export function weightsIn({ weights }: StudioSearch, criteria: number): number[] | undefined {
  const numbers = weights?.split(",").map(Number) ?? [];
  const fits =
    numbers.length === criteria &&
    numbers.some((weight) => weight > 0) &&
    numbers.every((weight) => weight <= heaviest);
  return fits ? numbers : undefined;
}

export const weightsText = (weights: readonly number[]) => weights.join(",");
