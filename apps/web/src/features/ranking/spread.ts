import type { RankingItem } from "@highwater/shared/ranking/contract";

/** The widest spread of a row and the criterion it is on; null where fewer than two scored. */
export function widestSpread(row: Pick<RankingItem, "criteria">) {
  const spreads = Object.entries(row.criteria).flatMap(([key, score]) =>
    score && score.n > 1 ? [{ key, spread: score.spread }] : [],
  );
  return spreads.reduce<{ key: string; spread: number } | null>(
    (widest, one) => (widest && widest.spread >= one.spread ? widest : one),
    null,
  );
}
