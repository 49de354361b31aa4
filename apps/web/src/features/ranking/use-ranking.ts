import type { RankingItem, RankingPage, Scope } from "@highwater/shared/ranking/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { rankingQuery } from "./queries";
import type { RankingSearch } from "./search";

export interface Ranking {
  scope: Scope;
  /** The first page: counts, weights, rubric version. Undefined until something has arrived. */
  head: RankingPage | undefined;
  rows: RankingItem[];
  /** The rows shown answer another question than the one asked. */
  stale: boolean;
  error: unknown;
  retry: () => void;
  more: () => void;
}

/** The rows of the view. Without a scope in the URL: Team once anything is revealed, else Mine. */
export function useRanking(search: RankingSearch): Ranking {
  const asked = useInfiniteQuery(rankingQuery(search, search.scope ?? "team"));
  const bare = search.scope === undefined && asked.data?.pages[0]?.ranked === 0;
  const own = useInfiniteQuery({ ...rankingQuery(search, "mine"), enabled: bare });
  const query = bare ? own : asked;
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return {
    scope: bare ? "mine" : (search.scope ?? "team"),
    head: query.data?.pages[0],
    rows,
    stale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}
