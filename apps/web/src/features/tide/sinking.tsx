import type { TideBoard } from "@highwater/shared/tide/board";
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { RowsTable } from "./rows-table";
import type { Question } from "./search";
import { type Row, tideIn } from "./simulate";
import classes from "./tide.module.css";

interface SinkingProps {
  team: string;
  board: TideBoard;
  question: Question;
  rows: readonly Row[];
}

const none: readonly Row[] = [];
const shownSinking = 8;

/** Beside the picture, who sinks furthest, with the reasons: the picture alone gives none. */
export function Sinking({ team, board, question, rows }: SinkingProps) {
  const { t } = useTranslation("tide");
  const late = useDeferredValue(rows);
  const sinking = useMemo(
    () =>
      late
        .filter(({ risk, projectedRisk }) => (projectedRisk ?? 0) > (risk ?? 0))
        .toSorted(
          (a, b) =>
            Number(b.crosses) - Number(a.crosses) ||
            (b.projectedRisk ?? 0) - (b.risk ?? 0) - ((a.projectedRisk ?? 0) - (a.risk ?? 0)),
        )
        .slice(0, shownSinking),
    [late],
  );
  const tide = useMemo(() => tideIn(board, question), [board, question]);
  if (sinking.length === 0) return <p className={classes.dim}>{t("nobodySinks")}</p>;
  return (
    <section aria-labelledby="sinking">
      <h2 id="sinking" className={classes.title}>
        {t("sinking")}
      </h2>
      <RowsTable {...{ team, board, tide }} rows={sinking} others={none} />
    </section>
  );
}
