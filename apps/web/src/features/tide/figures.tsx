import { shareAtRisk } from "@highwater/shared/tide/projection";
import { useTranslation } from "react-i18next";
import { percent } from "../../lib/numbers";
import type { Row } from "./simulate";
import classes from "./tide.module.css";

/** The scenario in four figures. */
export function Figures({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("tide");
  const scored = rows.filter(({ risk }) => risk !== null);
  const median = (of: (row: Row) => boolean) =>
    shareAtRisk(scored.map((row) => ({ median: row.risk, submerged: of(row) })));
  const [now, then] = [median((row) => row.wasSubmerged), median(({ submerged }) => submerged)];
  const exposed = rows.filter(({ exposure }) => (exposure ?? 0) > 0);
  const all = exposed.reduce((sum, { exposure }) => sum + (exposure ?? 0), 0);
  const unsure = exposed.reduce((sum, row) => sum + (row.exposure ?? 0) * row.unconfirmed, 0);
  const facts = [
    { key: "atRisk", value: `${percent(now ?? 0)} → ${percent(then ?? 0)}` },
    { key: "crossing", value: String(rows.filter(({ crosses }) => crosses).length) },
    { key: "reached", value: `${exposed.length} / ${rows.length}` },
    { key: "unconfirmed", value: percent(all > 0 ? unsure / all : 0) },
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(`fact.${key}`)}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
