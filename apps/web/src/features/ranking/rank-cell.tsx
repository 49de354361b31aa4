import { useTranslation } from "react-i18next";
import classes from "./ranking-table.module.css";

/** The rank, and the places gained or lost since the weights changed. */
export function RankCell({ rank, move }: { rank: number | null; move: number | undefined }) {
  const { t } = useTranslation("ranking");
  if (rank === null)
    return (
      <span className={classes.unranked} role="img" aria-label={t("unranked")}>
        –
      </span>
    );
  if (move === undefined) return rank;
  const up = move > 0;
  const count = Math.abs(move);
  const words = t(up ? "moveUp" : "moveDown", { count });
  return (
    <>
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
