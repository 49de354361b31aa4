import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FilterChip } from "../../ui/filter-chip";
import { SearchChips } from "../../ui/search-chips";
import { signOf } from "./pipeline-condition";
import { conditionsOf, conditionText } from "./pipeline-conditions";
import { filterKeys, isFiltered, noFilters } from "./pipeline-search";
import type { PipelineView } from "./pipeline-view";
import { useWords } from "./words";

type FilterKey = (typeof filterKeys)[number];

function useChipWords({ search, members }: PipelineView) {
  const { t } = useTranslation(["pipeline", "stages"]);
  const words = useWords();
  const { q, stage, vertical, tag, owner, outcome } = search;
  const values: Record<FilterKey, string | undefined> = {
    q,
    stage: stage && t(`stages:${stage}`),
    vertical: vertical && words("vertical", vertical),
    tag,
    owner: members.find(({ id }) => id === owner)?.name ?? t("filter.someone"),
    outcome: outcome && t(`stages:outcome.${outcome}`),
    import: undefined,
    archived: undefined,
  };
  return (key: FilterKey) => t(`filter.is.${key}`, { value: values[key] });
}

/** The filters in force; each is taken off by its own button. */
export function PipelineChips(props: PipelineView) {
  const { search, change, fields } = props;
  const { t } = useTranslation("pipeline");
  const words = useChipWords(props);
  const conditions = conditionsOf(search);
  const nameOf = (key: string) => fields.find((field) => field.key === key)?.name ?? key;
  const chip = (name: string) => ({ name, off: t("filter.remove", { name }) });
  return (
    <>
      {search.q !== undefined && (
        <SearchChips
          q={search.q}
          off={(name) => t("filter.remove", { name })}
          onChange={(q) => change({ q })}
        />
      )}
      {filterKeys
        .filter((key) => key !== "q" && search[key] !== undefined)
        .map((key) => (
          <FilterChip
            key={key}
            {...chip(words(key))}
            onRemove={() => change({ [key]: undefined })}
          />
        ))}
      {conditions.map((condition) => {
        const { key, operator, value } = condition;
        const others = conditions.filter((one) => one !== condition);
        return (
          <FilterChip
            key={`${key}${operator}${value}`}
            {...chip(`${nameOf(key)} ${signOf(operator)} ${value}`)}
            onRemove={() => change({ fields: conditionText(others) })}
          />
        );
      })}
      {isFiltered(search) && (
        <Button variant="subtle" size="compact-xs" onClick={() => change(noFilters)}>
          {t("filter.clear")}
        </Button>
      )}
    </>
  );
}
