import {
  type CostCurve,
  months,
  type Strategy,
  strategies,
} from "@highwater/shared/candidates/strategy";
import { useTranslation } from "react-i18next";
import { shortDollars } from "./money";
import classes from "./strategy.module.css";

const wide = 720;
const high = 300;
const left = 72;
const right = 120;
const top = 12;
const bottom = 30;

/** Dollars by powers of ten: what is paid once and what grows stand on one sheet. Its figures stand in the table. */
export function CostChart({ costs }: { costs: Record<Strategy, CostCurve> }) {
  const { t } = useTranslation("lab");
  const all = strategies.flatMap((one) => costs[one].cumulative).filter((cost) => cost > 0);
  const low = Math.floor(Math.log10(Math.min(...all, 1e9)));
  const most = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...all, 10))));
  const x = (month: number) => left + ((wide - left - right) * (month - 1)) / (months - 1);
  const y = (cost: number) =>
    top + ((high - top - bottom) * (most - Math.log10(Math.max(cost, 10 ** low)))) / (most - low);
  const ends = spread(strategies.map((one) => y(costs[one].cumulative[months - 1] ?? 0)));
  return (
    <figure className={classes.chart}>
      <figcaption>{t("strategy.chart")}</figcaption>
      <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={t("strategy.chartLabel")}>
        {Array.from({ length: most - low + 1 }, (_, at) => 10 ** (low + at)).map((cost) => (
          <g key={cost} className={classes.grid}>
            <line x1={left} x2={wide - right} y1={y(cost)} y2={y(cost)} />
            <text x={left - 8} y={y(cost) + 4} textAnchor="end">
              {shortDollars(cost)}
            </text>
          </g>
        ))}
        {[1, 12, 24, 36].map((month) => (
          <text key={month} className={classes.tick} x={x(month)} y={high - 8} textAnchor="middle">
            {month}
          </text>
        ))}
        {strategies.map((one, at) => (
          <g key={one} className={classes.curve} data-strategy={one}>
            <polyline
              points={costs[one].cumulative
                .map((cost, month) => `${x(month + 1).toFixed(1)},${y(cost).toFixed(1)}`)
                .join(" ")}
            />
            <text x={wide - right + 8} y={(ends[at] ?? 0) + 4}>
              {t(`strategy.short.${one}`)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Names that would lie on each other are moved apart. */
function spread(places: number[]): number[] {
  const step = 20;
  const order = places.map((_, at) => at).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  order.forEach((at, nth) => {
    const before = order[nth - 1];
    if (before !== undefined) moved[at] = Math.max(moved[at] ?? 0, (moved[before] ?? 0) + step);
  });
  const over = Math.max(0, ...moved.map((place) => place - (high - bottom)));
  return moved.map((place) => place - over);
}
