import { atLeast } from "@highwater/shared/team/policy";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { ProblemNote } from "../../ui/problem-note";
import { rubricQuery } from "./queries";
import { RankingHeadLine } from "./ranking-head-line";
import { RankingList } from "./ranking-list";
import classes from "./ranking-view.module.css";
import { RowSkeleton } from "./row-skeleton";
import { RankingTabs } from "./tabs";
import { useRanking } from "./use-ranking";
import type { RowDeedProps } from "./use-rows";

const SinceVisit = lazy(async () => ({
  default: (await import("./changes/since-visit")).SinceVisit,
}));

/** The ranking of a team: what it asks for stands in `search`, the URL. */
export function RankingView(
  props: RowDeedProps & {
    team: string;
    saveView?: ReactNode;
    /** What a published release has moved. */
    sinceRelease?: ReactNode;
  },
) {
  const { team, search, role } = props;
  const ranking = useRanking(search);
  const rubric = useQuery(rubricQuery());
  const { head } = ranking;
  const error = rubric.error ?? ranking.error;
  const retry = () => (rubric.error ? void rubric.refetch() : ranking.retry());
  return (
    <div className={classes.page}>
      <RankingHeadLine
        team={team}
        count={head?.count}
        version={head?.rubricVersion}
        mayEnter={atLeast(role, "reviewer")}
      >
        {props.saveView}
      </RankingHeadLine>
      <RankingTabs team={team} />
      <Suspense>
        <SinceVisit team={team} />
      </Suspense>
      {error !== null && (
        <div className={classes.note}>
          <ProblemNote error={error} onRetry={retry} />
        </div>
      )}
      {head?.tide && head.scope === "team" && props.sinceRelease}
      {rubric.data && <RankingList {...props} ranking={ranking} rubric={rubric.data} />}
      {!rubric.data && !error && <RowSkeleton />}
    </div>
  );
}
