import type { RankingItem } from "@highwater/shared/ranking/contract";
import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Ranks } from "./moves";

interface NewsProps {
  rows: RankingItem[];
  moves: Ranks;
  selected: string | undefined;
}

/** Says where the selected row went, or else who leads now, once the weights have changed. */
export function RankNews({ rows, moves, selected }: NewsProps) {
  const { t } = useTranslation("ranking");
  const row = rows.find(({ id }) => id === selected) ?? rows[0];
  const told = moves.size > 0 && row?.rank ? row : undefined;
  const place = t("place", { count: told?.rank ?? 0, ordinal: true });
  return (
    <VisuallyHidden aria-live="polite" role="status">
      {told && t(moves.has(told.id) ? "moved" : "stayed", { name: told.name, place })}
    </VisuallyHidden>
  );
}
