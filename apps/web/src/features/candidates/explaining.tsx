import type { Candidate } from "@highwater/shared/candidates/contract";
import { presetKeys } from "@highwater/shared/rubrics/contract";
import { SegmentedControl, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { Explanation } from "./explanation";
import classes from "./explanation.module.css";
import { explanationQuery, rubricQuery } from "./queries";
import { type DossierSearch, explained } from "./search";

interface ExplainingProps {
  candidate: Candidate;
  search: DossierSearch;
  onSearch: (next: DossierSearch) => void;
}

/** Chooses whose marks and which weights, and explains the total they give. */
export function Explaining({ candidate, search, onSearch }: ExplainingProps) {
  const { t } = useTranslation("candidates");
  const localized = useLocalized();
  const asked = explained(candidate, search);
  const explanation = useQuery(explanationQuery(candidate.id, asked));
  const rubric = useQuery(rubricQuery());
  const presets = rubric.data?.presets ?? [];
  return (
    <section aria-labelledby="why" className={classes.section}>
      <div className={classes.head}>
        <h2 id="why" className={classes.title}>
          {t("why.title")}
        </h2>
        <SegmentedControl
          aria-label={t("why.scope")}
          value={asked.scope}
          onChange={(value) => onSearch({ scope: value === "mine" ? "mine" : "team" })}
          data={[
            { value: "team", label: t("why.team") },
            { value: "mine", label: t("why.mine") },
          ]}
        />
        <SegmentedControl
          aria-label={t("why.preset")}
          value={search.preset ?? "balanced"}
          onChange={(value) => onSearch({ preset: presetKeys.find((key) => key === value) })}
          data={presets.map(({ key, name }) => ({ value: key, label: localized(name) }))}
        />
      </div>
      {explanation.error && (
        <ProblemNote error={explanation.error} onRetry={() => void explanation.refetch()} />
      )}
      {!explanation.error && !(explanation.data && rubric.data) && <Skeleton height={200} />}
      {explanation.data && rubric.data && (
        <Explanation explanation={explanation.data} criteria={rubric.data.criteria} />
      )}
    </section>
  );
}
