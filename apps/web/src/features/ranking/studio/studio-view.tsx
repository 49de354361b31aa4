import type { ReadBoard } from "@highwater/shared/ranking/board";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../ui/empty";
import { PageHead } from "../../../ui/page-head";
import { ProblemNote } from "../../../ui/problem-note";
import { RowSkeleton } from "../row-skeleton";
import { ScopeControl } from "../scope-control";
import { RankingTabs } from "../tabs";
import { Fragility } from "./fragility";
import { boardQuery } from "./queries";
import type { StudioSearch } from "./search";
import { Sliders } from "./sliders";
import { Slope } from "./slope";
import classes from "./studio.module.css";
import { StudioTable } from "./studio-table";
import { useFragility } from "./use-fragility";
import { useStudio } from "./use-studio";

interface StudioProps {
  team: string;
  rubric: Rubric;
  search: StudioSearch;
  onSearch: (search: StudioSearch) => void;
  /** Saves the weights as a named view. */
  save: ReactNode;
}

/** Weights moved by hand: the whole portfolio ranks anew within a frame, and nothing is written. */
export function StudioView(props: StudioProps) {
  const { search, onSearch, save } = props;
  const { t } = useTranslation("studio");
  const scope = search.scope ?? "team";
  const { data: board, error, refetch } = useQuery(boardQuery(scope));
  return (
    <div className={classes.page}>
      <PageHead title={t("title")} aside={board && t("count", { count: board.size })}>
        <ScopeControl scope={scope} onChange={(next) => onSearch({ ...search, scope: next })} />
        {save}
      </PageHead>
      <RankingTabs team={props.team} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!board && !error && <RowSkeleton />}
      {board && board.size === 0 && <Empty title={t("emptyTitle")}>{t("empty")}</Empty>}
      {board && board.size > 0 && <Studio key={scope} {...props} board={board} />}
    </div>
  );
}

function Studio({ team, rubric, search, onSearch, board }: StudioProps & { board: ReadBoard }) {
  const { weights, choose, before, now, changed } = useStudio(board, search, onSearch);
  const { fragility, confidence, samples } = useFragility(board, weights);
  const { t } = useTranslation("studio");
  const selected = rowOf(board, now.order, search.sel);
  return (
    <div className={classes.studio}>
      <StudioTable
        {...{ team, board, before, now, confidence, selected }}
        onSelect={(row) => onSearch({ ...search, sel: board.idOf(row) })}
      />
      <aside className={classes.side} aria-label={t("side")}>
        <Sliders
          rubric={rubric}
          weights={weights}
          bands={fragility?.bands}
          changed={changed}
          onChange={choose}
        />
        <Fragility
          {...{ board, rubric, now, weights, selected }}
          dethroning={fragility?.dethroning}
        />
        {changed && <Slope board={board} before={before} now={now} />}
        <p className={classes.dim}>{t("sampled", { count: samples })}</p>
      </aside>
    </div>
  );
}

function rowOf(board: ReadBoard, order: Uint32Array, id: string | undefined) {
  return id === undefined ? undefined : order.find((row) => board.idOf(row) === id);
}
