import type { RankingItem } from "@highwater/shared/ranking/contract";
import { IconEyeOff, IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./ranking-table.module.css";
import type { Veil } from "./row-state";

function useVeilWords(veil: Veil, signed: number) {
  const { t } = useTranslation("ranking");
  if (veil === "hidden")
    return { why: t("veil.signed", { count: signed }), short: t("veil.short", { count: signed }) };
  if (veil === "recused") return { why: t("veil.recusedWhy"), short: t("veil.recused") };
  if (veil === "unmarked") return { why: t("veil.unmarkedWhy"), short: t("veil.unmarked") };
  return { why: t("veil.unscored"), short: t("veil.unscored") };
}

interface VeilCellProps {
  row: RankingItem;
  veil: Veil;
  /** The reason itself, where there is room for it. */
  long?: boolean;
}

/** Stands where the figures of a row would, and says why they don't. */
export function VeilCell({ row, veil, long = false }: VeilCellProps) {
  const { why, short } = useVeilWords(veil, row.signed);
  const Icon = veil === "hidden" ? IconLock : veil === "recused" ? IconEyeOff : null;
  return (
    <span
      className={classes.veil}
      data-veil={veil}
      data-long={long || undefined}
      data-tip={long ? undefined : why}
      role="img"
      aria-label={why}
    >
      {Icon && (
        <span className={classes.lock}>
          <Icon size={14} stroke={1.6} aria-hidden />
        </span>
      )}
      <span aria-hidden="true">{long ? why : short}</span>
    </span>
  );
}
