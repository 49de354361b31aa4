import { z } from "zod";
import { RankingSearch } from "../search";

export const fewest = 2;
export const most = 5;

/** The candidates by their ids, with commas between, and what weighs them. */
export const CompareSearch = RankingSearch.pick({
  scope: true,
  preset: true,
  weights: true,
}).extend({
  ids: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,4}$/)
    .optional()
    .catch(undefined),
});
export type CompareSearch = z.infer<typeof CompareSearch>;

export const idsOf = ({ ids }: Pick<CompareSearch, "ids">): string[] => [
  ...new Set(ids?.split(",") ?? []),
];

/** One more, or one fewer; the order is that of choosing. */
export function toggled(search: CompareSearch, id: string): CompareSearch {
  const ids = idsOf(search);
  const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(0, most);
  return { ...search, ids: next.length === 0 ? undefined : next.join(",") };
}
