import type { RankingItem, Scope } from "@highwater/shared/ranking/contract";

/** Why a row has no figures to show: in Mine one's marks are missing, or one is recused. */
export type Veil = "recused" | "hidden" | "unmarked" | "unscored";

export function veilOf(row: RankingItem, scope: Scope): Veil | null {
  if (row.flags.includes("recused") && row.total === null) return "recused";
  if (Object.values(row.criteria).some((score) => score !== null)) return null;
  if (scope === "team") return "unscored";
  if (row.mine !== "none") return null;
  return row.hidden ? "hidden" : "unmarked";
}
