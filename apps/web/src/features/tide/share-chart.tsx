import { longestClock } from "@highwater/shared/tide/projection";
import { useTranslation } from "react-i18next";
import { percent } from "../../lib/numbers";
import classes from "./tide.module.css";

interface ShareChartProps {
  /** The share at risk in each month, of this scenario and of the one it is compared with. */
  shares: readonly number[];
  others: readonly number[] | null;
  months: number;
}

const [wide, high, left, bottom, top] = [560, 190, 36, 22, 10];
const x = (month: number) => left + ((wide - left - 8) * month) / longestClock;
const y = (share: number) => top + (high - bottom - top) * (1 - share);
const pathOf = (shares: readonly number[]) =>
  shares.map((share, month) => `${month === 0 ? "M" : "L"}${x(month)},${y(share)}`).join("");

/** What the minutes ask: will 90 % of the apps built around OpenAI be submerged? A question, not a finding. */
const asked = 0.9;

/** How much of the portfolio is at risk as the clock runs, with the question of the minutes across it. */
export function ShareChart({ shares, others, months }: ShareChartProps) {
  const { t } = useTranslation("tide");
  const month = Math.round(months);
  const share = shares[month] ?? 0;
  return (
    <figure className={classes.figure}>
      <figcaption>
        <h2 className={classes.title}>{t("share.title")}</h2>
        <p className={classes.dim}>{t("share.lead")}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${wide} ${high}`}
        className={classes.share}
        role="img"
        aria-label={t("share.label", { month, share: percent(share) })}
      >
        {[0, 0.5, 1].map((at) => (
          <g key={at}>
            <line x1={left} x2={wide - 8} y1={y(at)} y2={y(at)} className={classes.grid} />
            <text x={left - 6} y={y(at) + 4} textAnchor="end" className={classes.tick}>
              {percent(at)}
            </text>
          </g>
        ))}
        {[0, 24, 48, 72, 96, 120].map((at) => (
          <text
            key={at}
            x={x(at)}
            y={high - 6}
            textAnchor={at === longestClock ? "end" : "middle"}
            className={classes.tick}
          >
            {at}
          </text>
        ))}
        <line x1={left} x2={wide - 8} y1={y(asked)} y2={y(asked)} className={classes.asked} />
        <text x={left + 6} y={y(asked) + 14} className={classes.askedText}>
          {t("share.asked")}
        </text>
        {others && <path d={pathOf(others)} className={classes.otherLine} />}
        <path d={pathOf(shares)} className={classes.shareLine} />
        <line x1={x(month)} x2={x(month)} y1={top} y2={high - bottom} className={classes.now} />
        <circle cx={x(month)} cy={y(share)} r={4} className={classes.dot} />
      </svg>
    </figure>
  );
}
