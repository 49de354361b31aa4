import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./pipeline.module.css";
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
  return (
    <>
      {filterKeys
        .filter((key) => search[key] !== undefined)
        .map((key) => (
          <Chip key={key} name={words(key)} onRemove={() => change({ [key]: undefined })} />
        ))}
      {conditions.map((condition) => {
        const { key, operator, value } = condition;
        const others = conditions.filter((one) => one !== condition);
        return (
          <Chip
            key={`${key}${operator}${value}`}
            name={`${nameOf(key)} ${signOf(operator)} ${value}`}
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

function Chip({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("pipeline");
  return (
    <span className={classes.chip}>
      <span className={classes.chipName}>{name}</span>
      <button type="button" aria-label={t("filter.remove", { name })} onClick={onRemove}>
        <IconX size={12} stroke={1.8} aria-hidden />
      </button>
    </span>
  );
}
