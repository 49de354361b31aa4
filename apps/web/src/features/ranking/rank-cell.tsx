import { useTranslation } from "react-i18next";
import classes from "./ranking-table.module.css";

interface RankCellProps {
  rank: number | null;
  move: number | undefined;
  ticked?: boolean;
}

/** The rank, and the places gained or lost since the weights changed. */
export function RankCell({ rank, move, ticked }: RankCellProps) {
  const { t } = useTranslation("ranking");
  const tick = ticked && (
    <span className={classes.tick} role="img" aria-label={t("ticked")}>
      ✓
    </span>
  );
  if (rank === null)
    return (
      <>
        {tick}
        <span className={classes.unranked} role="img" aria-label={t("unranked")}>
          –
        </span>
      </>
    );
  if (move === undefined)
    return (
      <>
        {tick}
        {rank}
      </>
    );
  const up = move > 0;
  const count = Math.abs(move);
  const words = t(up ? "moveUp" : "moveDown", { count });
  return (
    <>
      {tick}
      {rank}
      <span
        className={up ? classes.rise : classes.fall}
        role="img"
        aria-label={words}
        data-tip={words}
      >
        {up ? "↑" : "↓"}
        {count}
      </span>
    </>
  );
}
