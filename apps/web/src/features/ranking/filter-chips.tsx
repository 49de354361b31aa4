import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FilterChip } from "../../ui/filter-chip";
import { SearchChips } from "../../ui/search-chips";
import { useVerticalName } from "../../ui/vertical-name";
import { type FilterKey, filtersOf, type RankingSearch } from "./search";
import type { ViewProps } from "./view-props";

function useFilterWords() {
  const { t } = useTranslation("ranking");
  const { t: stage } = useTranslation("stages");
  const vertical = useVerticalName();
  const words: Record<Exclude<FilterKey, "q">, (search: RankingSearch) => string> = {
    vertical: (search) => t("filter.verticalIs", { value: vertical(search.vertical ?? "") }),
    stage: (search) => t("filter.stageIs", { value: search.stage && stage(search.stage) }),
    tag: ({ tag }) => t("filter.tagIs", { value: tag }),
    minTotal: ({ minTotal }) => t("filter.minTotalIs", { value: minTotal }),
  };
  return words;
}

export const noFilters = {
  q: undefined,
  vertical: undefined,
  stage: undefined,
  tag: undefined,
  minTotal: undefined,
} satisfies Record<FilterKey, undefined>;

type ChipsProps = Pick<ViewProps, "search" | "change" | "rubric">;

/** The filters in force; each is taken off by its own button. */
export function FilterChips({ search, change, rubric }: ChipsProps) {
  const { t } = useTranslation("ranking");
  const words = useFilterWords();
  const active = filtersOf(search);
  const others = active.filter((key) => key !== "q");
  const criteria = rubric.criteria.map(({ key }) => key as string);
  const chip = (name: string) => ({ name, off: t("filter.remove", { name }) });
  return (
    <>
      {search.weights && (
        <FilterChip
          {...chip(t("customWeights", { weights: search.weights }))}
          onRemove={() => change({ weights: undefined })}
        />
      )}
      {search.q !== undefined && (
        <SearchChips
          q={search.q}
          criteria={criteria}
          off={(name) => t("filter.remove", { name })}
          onChange={(q) => change({ q })}
        />
      )}
      {others.map((key) => (
        <FilterChip
          key={key}
          {...chip(words[key](search))}
          onRemove={() => change({ [key]: undefined })}
        />
      ))}
      {active.length > 1 && (
        <Button variant="subtle" size="compact-xs" onClick={() => change(noFilters)}>
          {t("filter.clear")}
        </Button>
      )}
    </>
  );
}
