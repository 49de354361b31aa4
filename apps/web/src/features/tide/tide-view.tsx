import type { TideBoard } from "@highwater/shared/tide/board";
import type { Scenario } from "@highwater/shared/tide/contract";
import { shareAtRisk } from "@highwater/shared/tide/projection";
import { Switch } from "@mantine/core";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { percent } from "../../lib/numbers";
import { Clock } from "./clock";
import { ReleasePicker } from "./release-picker";
import { RowsTable } from "./rows-table";
import { ScenarioBar } from "./scenario-bar";
import { sceneOf } from "./scene";
import { addressOf, type Question, questionOf, type TideSearch } from "./search";
import { ShareChart } from "./share-chart";
import { type Row, shareByMonth, tideIn } from "./simulate";
import classes from "./tide.module.css";
import { TideChart } from "./tide-chart";
import { useProjection } from "./use-projection";

interface TideViewProps {
  team: string;
  board: TideBoard;
  scenarios: readonly Scenario[];
  search: TideSearch;
  maySave: boolean;
  onSearch: (next: Partial<TideSearch>) => void;
  onOpen: (id: string) => void;
}

/** The question in the address, and the months of this very moment while the clock is moved. */
function useQuestion(search: TideSearch) {
  const asked = useMemo(() => questionOf(search), [search]);
  const [months, setMonths] = useState(asked.months);
  useEffect(() => setMonths(asked.months), [asked.months]);
  const question = useMemo(() => ({ ...asked, months }), [asked, months]);
  return { question, setMonths };
}

const empty: readonly Row[] = [];

/** What the next releases submerge: computed here, frame by frame, and written nowhere. */
export function TideView(props: TideViewProps) {
  const { board, scenarios, search, onSearch } = props;
  const { t } = useTranslation("tide");
  const { question, setMonths } = useQuestion(search);
  const { rows, busy } = useProjection(board, question);
  const against = scenarios.find(({ id }) => id === search.vs);
  const compared = useMemo(() => (against ? questionOfScenario(against) : null), [against]);
  const { rows: others } = useProjection(board, compared);
  const scene = useMemo(
    () => sceneOf(board.candidates, rows, against ? others : empty),
    [board, rows, others, against],
  );
  const change = (next: Partial<Question>) => onSearch(addressOf({ ...question, ...next }));
  return (
    <div className={classes.page}>
      <aside className={classes.side}>
        <ScenarioBar {...props} question={question} />
        <ReleasePicker releases={board.releases} question={question} onChange={change} />
      </aside>
      <div className={classes.main} aria-busy={busy}>
        <Clock
          months={question.months}
          period={question.period}
          onMonths={setMonths}
          onSettle={(months) => change({ months: Math.round(months) })}
          onPeriod={(period) => change({ period })}
        />
        <Figures rows={rows} />
        {busy && <p className={classes.dim}>{t("busy")}</p>}
        <ShareChart
          shares={useMemo(() => shareByMonth(rows), [rows])}
          others={useMemo(() => (against ? shareByMonth(others) : null), [against, others])}
          months={question.months}
        />
        <figure className={classes.figure}>
          <figcaption className={classes.chartHead}>
            <h2 className={classes.title}>{t("chart.title")}</h2>
            <p className={classes.dim}>{t("chart.lead")}</p>
            <Switch
              size="xs"
              label={t("table.show")}
              checked={search.table === "1"}
              onChange={({ currentTarget }) =>
                onSearch({ table: currentTarget.checked ? "1" : undefined })
              }
            />
          </figcaption>
          {search.table === "1" ? (
            <Table {...props} question={question} rows={rows} others={against ? others : empty} />
          ) : (
            <TideChart
              actors={scene}
              label={t("chart.label", counts(rows))}
              onOpen={props.onOpen}
            />
          )}
        </figure>
        {search.table !== "1" && <Sinking {...props} rows={rows} question={question} />}
      </div>
    </div>
  );
}

const questionOfScenario = ({ releaseIds, likelihoods, months, base, period }: Scenario) => ({
  ...{ releaseIds, likelihoods, months, base, period },
});

const counts = (rows: readonly Row[]) => ({
  count: rows.filter(({ crosses }) => crosses).length,
  moved: rows.filter(({ rank, projectedRank }) => rank !== projectedRank).length,
});

type TableProps = TideViewProps & {
  question: Question;
  rows: readonly Row[];
  others: readonly Row[];
};

/** A frame behind while the clock is dragged: the chart comes first. */
function Table({ team, board, question, rows, others }: TableProps) {
  const late = useDeferredValue(question);
  const tide = useMemo(() => tideIn(board, late), [board, late]);
  return <RowsTable {...{ team, board, tide }} rows={useDeferredValue(rows)} others={others} />;
}

const shownSinking = 8;

/** Beside the picture, who sinks furthest, with the reasons: the picture alone gives none. */
function Sinking({ team, board, question, rows }: Omit<TableProps, "others">) {
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
      <RowsTable {...{ team, board, tide }} rows={sinking} others={empty} />
    </section>
  );
}

/** The scenario in four figures. */
function Figures({ rows }: { rows: readonly Row[] }) {
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
