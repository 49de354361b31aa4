import type { RankingItem } from "@highwater/shared/ranking/contract";

export type Ranks = ReadonlyMap<string, number>;

export const ranksOf = (rows: readonly RankingItem[]): Ranks =>
  new Map(rows.flatMap(({ id, rank }) => (rank === null ? [] : [[id, rank]])));

/** Places gained (above 0) or lost since the earlier ranks, for those ranked in both. */
export const movesBetween = (before: Ranks, now: Ranks): Ranks =>
  new Map(
    [...now].flatMap(([id, rank]) => {
      const was = before.get(id);
      return was === undefined || was === rank ? [] : [[id, was - rank]];
    }),
  );
