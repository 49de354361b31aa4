import type { ReadBoard } from "@highwater/shared/ranking/board";
import { useTranslation } from "react-i18next";
import { guessLanguage } from "../../../ui/localized";
import { moved, type Ranked } from "./ranked";
import classes from "./studio.module.css";

interface SlopeProps {
  board: ReadBoard;
  before: Ranked;
  now: Ranked;
}

const shown = 12;
const step = 22;

/** As much of a name as there is room for. */
const short = (name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name);

/** Who rises and who sinks: ranks under the rubric's weights at the left, under these at the right. */
export function Slope({ board, before, now }: SlopeProps) {
  const { t } = useTranslation("studio");
  const rows = [...now.order.subarray(0, Math.min(shown, now.ranked))];
  const lines = rows.map((row, at) => ({
    row,
    from: Math.min(before.order.subarray(0, before.ranked).indexOf(row), shown),
    to: at,
    by: moved(before, now, row),
  }));
  const y = (place: number) => 12 + place * step;
  return (
    <figure className={classes.slope}>
      <figcaption>{t("slope")}</figcaption>
      <svg
        viewBox={`0 0 320 ${(shown + 1) * step + 8}`}
        role="img"
        aria-label={t("slopeLabel", { count: lines.filter(({ by }) => by !== 0).length })}
      >
        {lines.map(({ row, from, to, by }) => (
          <g key={row} className={classes.line} data-way={by > 0 ? "up" : by < 0 ? "down" : "same"}>
            <text x={26} y={y(from) + 4} textAnchor="end">
              {from < shown ? before.ranks[row] : "…"}
            </text>
            <line x1={34} y1={y(from)} x2={120} y2={y(to)} />
            <circle cx={34} cy={y(from)} r={2.5} />
            <circle cx={120} cy={y(to)} r={2.5} />
            <text x={128} y={y(to) + 4} lang={guessLanguage(board.names[row] ?? "")}>
              {now.ranks[row]} {short(board.names[row] ?? "")}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
