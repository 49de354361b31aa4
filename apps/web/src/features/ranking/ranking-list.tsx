import type { Sort } from "@highwater/shared/ranking/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { recall, remember } from "../../lib/remembered";
import { columnsOf, shownColumns } from "./columns";
import { PeekPanel } from "./peek-panel";
import { RankNews } from "./rank-news";
import { NoRows, Waiting } from "./ranking-start";
import { RankingTable } from "./ranking-table";
import { RankingToolbar } from "./ranking-toolbar";
import classes from "./ranking-view.module.css";
import { RowSkeleton } from "./row-skeleton";
import { useMoves } from "./use-moves";
import type { Ranking } from "./use-ranking";
import { type RowDeedProps, useRows } from "./use-rows";
import type { ViewProps } from "./view-props";

const density = "hw-density";

function useDensity() {
  const [compact, setCompact] = useState(() => recall(density) === "compact");
  const choose = (next: boolean) => {
    setCompact(next);
    remember(density, next ? "compact" : "default");
  };
  return { compact, choose };
}

/** Below 768 px every row is a card, and shows the same parts whatever columns the URL names. */
function useLayout(compact: boolean, cols: string | undefined, rubric: ViewProps["rubric"]) {
  const media = { getInitialValueInEffect: false };
  const cards = useMediaQuery("(max-width: 767px)", false, media) ?? false;
  const columns = useMemo(
    () => shownColumns(columnsOf(rubric.criteria), cards ? undefined : cols),
    [rubric.criteria, cards, cols],
  );
  const rowHeight = cards ? 76 : compact ? 28 : 33;
  return { cards, columns, rowHeight };
}

type ListProps = RowDeedProps & Pick<ViewProps, "team" | "rubric"> & { ranking: Ranking };

export function RankingList({ ranking, rubric, ...props }: ListProps) {
  const { search, change, team, role } = props;
  const { scope, head, rows } = ranking;
  const { t } = useTranslation("ranking");
  const grid = useRef<HTMLDivElement>(null);
  const { compact, choose } = useDensity();
  const layout = useLayout(compact, search.cols, rubric);
  const { selected, row, reviewable, pick, close, ticked, compare, untick } = useRows(
    props,
    rows,
    grid,
  );
  const moves = useMoves(ranking);
  const view: ViewProps = { team, search, scope, rubric, change };
  const onSort = useCallback(
    (sort: Sort) => change({ sort: sort === "-total" ? undefined : sort }),
    [change],
  );
  const mayEnter = atLeast(role, "reviewer");
  return (
    <>
      <RankingToolbar
        {...view}
        compact={compact}
        onCompact={choose}
        onDone={() => grid.current?.focus({ preventScroll: true })}
      />
      {head && <Waiting team={team} head={head} mayEnter={mayEnter} />}
      <RankNews rows={rows} moves={moves} selected={selected} />
      <div className={classes.main}>
        <div className={classes.list}>
          {!head && !ranking.error && <RowSkeleton />}
          {head?.count === 0 && <NoRows {...view} head={head} mayEnter={mayEnter} />}
          {head !== undefined && head.count > 0 && (
            <RankingTable
              {...layout}
              rows={rows}
              count={head.count}
              ticked={ticked}
              criteria={rubric.criteria}
              weights={head.weights}
              sort={search.sort ?? "-total"}
              scope={scope}
              team={team}
              moves={moves}
              selected={selected}
              stale={ranking.stale}
              gridRef={grid}
              onSort={onSort}
              onPick={pick}
              onMore={ranking.more}
            />
          )}
          {ticked.length > 0 && (
            <div className={classes.foot} role="status">
              {t("tickedCount", { count: ticked.length })}{" "}
              <Button variant="default" size="compact-xs" onClick={compare}>
                {t("peek.compare")}
              </Button>{" "}
              <Button variant="subtle" size="compact-xs" onClick={untick}>
                {t("untick")}
              </Button>
            </div>
          )}
          {rows.length > 0 && (
            <p id="ranking-keys" className={classes.foot}>
              {t("keys")}
            </p>
          )}
        </div>
        {row && search.peek && (
          <PeekPanel {...view} row={row} mayReview={reviewable} onClose={close} />
        )}
      </div>
    </>
  );
}
