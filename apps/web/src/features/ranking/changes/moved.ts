import { type RankingItem, RankingPage } from "@highwater/shared/ranking/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../lib/api";

/** As many of the ranking's head as are looked at. */
export const looked = 200;

export type Moved = RankingItem & { change: NonNullable<RankingItem["change"]> };

const hasMoved = (item: RankingItem): item is Moved => {
  const { change } = item;
  if (!change) return false;
  return change.causes.length > 0 || (change.rank !== null && change.rank !== 0);
};

/** Who came in first, then who moved the most. */
const byMove = (a: Moved, b: Moved) =>
  Number(a.change.rankBefore !== null) - Number(b.change.rankBefore !== null) ||
  Math.abs(b.change.total ?? 0) - Math.abs(a.change.total ?? 0) ||
  (a.rank ?? 0) - (b.rank ?? 0);

export const movedQuery = (since: string) =>
  queryOptions({
    queryKey: ["ranking", "moved", since],
    queryFn: async ({ signal }) => {
      const query = { scope: "team", since, limit: looked };
      const page = await api.get("/ranking", RankingPage, { query, signal });
      return { since: page.since, moved: page.items.filter(hasMoved).sort(byMove) };
    },
  });
