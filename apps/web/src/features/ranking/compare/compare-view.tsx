import type { Scope } from "@highwater/shared/ranking/contract";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../ui/empty";
import { PageHead } from "../../../ui/page-head";
import { ProblemNote } from "../../../ui/problem-note";
import { ScopeControl } from "../scope-control";
import { RankingTabs } from "../tabs";
import { AddCandidate } from "./add-candidate";
import classes from "./compare.module.css";
import { CompareTable } from "./compare-table";
import { Radar } from "./radar";
import { type CompareSearch, fewest, idsOf, most, toggled } from "./search";
import { useSides } from "./sides";
import { WhoSaid } from "./who-said";

interface CompareProps {
  team: string;
  search: CompareSearch;
  rubric: Rubric;
  onSearch: (search: CompareSearch) => void;
}

/** Two to five candidates side by side: their shapes, their figures, and who said what. */
export function CompareView({ team, search, rubric, onSearch }: CompareProps) {
  const { t } = useTranslation("compare");
  const ids = idsOf(search);
  const scope: Scope = search.scope ?? "team";
  const { sides, error, retry } = useSides(ids, search, scope);
  const toggle = (id: string) => onSearch(toggled(search, id));
  return (
    <>
      <PageHead
        title={t("title")}
        aside={ids.length > 0 ? t("count", { count: ids.length }) : null}
      >
        <ScopeControl scope={scope} onChange={(next) => onSearch({ ...search, scope: next })} />
        <AddCandidate scope={scope} chosen={ids} onAdd={toggle} />
      </PageHead>
      <RankingTabs team={team} />
      {error !== null && <ProblemNote error={error} onRetry={retry} />}
      {ids.length < fewest && <Empty title={t("emptyTitle")}>{t("empty", { fewest, most })}</Empty>}
      {ids.length > 0 && (
        <div className={classes.page}>
          <Radar sides={sides} criteria={rubric.criteria} />
          <CompareTable team={team} sides={sides} criteria={rubric.criteria} onRemove={toggle} />
          <WhoSaid sides={sides} criteria={rubric.criteria} />
        </div>
      )}
    </>
  );
}
