import type { TideBoard } from "@highwater/shared/tide/board";
import type { Scenario } from "@highwater/shared/tide/contract";
import { Switch } from "@mantine/core";
import { memo, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Clock } from "./clock";
import { Figures } from "./figures";
import { ReleasePicker } from "./release-picker";
import { RowsTable } from "./rows-table";
import { ScenarioBar } from "./scenario-bar";
import { sceneOf } from "./scene";
import { addressOf, type Question, questionOf, type TideSearch } from "./search";
import { ShareChart } from "./share-chart";
import { type Row, shareByMonth, tideIn } from "./simulate";
import { Sinking } from "./sinking";
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
  return { asked, question, setMonths };
}

type SideProps = Pick<TideViewProps, "board" | "scenarios" | "search" | "maySave" | "onSearch">;

/** What is chosen. It stands still while the clock runs. */
const Side = memo(function Side(props: SideProps & { asked: Question }) {
  const { board, asked, onSearch } = props;
  const choose = (next: Partial<Question>) => {
    const { releases, likelihoods } = addressOf({ ...asked, ...next });
    onSearch({ releases, likelihoods });
  };
  return (
    <aside className={classes.side}>
      <ScenarioBar {...props} question={asked} />
      <ReleasePicker releases={board.releases} question={asked} onChange={choose} />
    </aside>
  );
});

const empty: readonly Row[] = [];

/** What the next releases submerge: computed here, frame by frame, and written nowhere. */
export function TideView(props: TideViewProps) {
  const { board, scenarios, search, onSearch } = props;
  const { t } = useTranslation("tide");
  const { asked, question, setMonths } = useQuestion(search);
  const { rows, busy, share } = useProjection(board, question);
  const against = scenarios.find(({ id }) => id === search.vs);
  const compared = useMemo(() => (against ? questionOfScenario(against) : null), [against]);
  const { rows: others } = useProjection(board, compared);
  const scene = useMemo(
    () => sceneOf(board.candidates, rows, against ? others : empty),
    [board, rows, others, against],
  );
  return (
    <div className={classes.page}>
      <Side
        board={board}
        scenarios={scenarios}
        search={search}
        maySave={props.maySave}
        onSearch={onSearch}
        asked={asked}
      />
      <div className={classes.main} aria-busy={busy}>
        <Clock
          months={question.months}
          period={question.period}
          onMonths={setMonths}
          onSettle={(months) => onSearch({ months: Math.round(months) || undefined })}
          onPeriod={(period) => onSearch({ period: period === 18 ? undefined : period })}
        />
        <Figures rows={rows} />
        {busy && (
          <p className={classes.dim}>
            {t("busy")} <progress aria-label={t("busy")} value={share} />
          </p>
        )}
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
