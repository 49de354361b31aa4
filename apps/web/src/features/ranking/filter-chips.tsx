import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./ranking-view.module.css";
import { type FilterKey, filtersOf, type RankingSearch } from "./search";
import { useVerticalName } from "./vertical-name";
import type { ViewProps } from "./view-props";

function useFilterWords() {
  const { t } = useTranslation("ranking");
  const { t: stage } = useTranslation("stages");
  const vertical = useVerticalName();
  const words: Record<FilterKey, (search: RankingSearch) => string> = {
    q: ({ q }) => t("filter.q", { value: q }),
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

/** The filters in force; each is taken off by its own button. */
export function FilterChips({ search, change }: Pick<ViewProps, "search" | "change">) {
  const { t } = useTranslation("ranking");
  const words = useFilterWords();
  const active = filtersOf(search);
  return (
    <>
      {search.weights && (
        <Chip
          name={t("customWeights", { weights: search.weights })}
          onRemove={() => change({ weights: undefined })}
        />
      )}
      {active.map((key) => (
        <Chip key={key} name={words[key](search)} onRemove={() => change({ [key]: undefined })} />
      ))}
      {active.length > 1 && (
        <Button variant="subtle" size="compact-xs" onClick={() => change(noFilters)}>
          {t("filter.clear")}
        </Button>
      )}
    </>
  );
}

function Chip({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("ranking");
  return (
    <span className={classes.chip}>
      <span className={classes.chipName}>{name}</span>
      <button type="button" aria-label={t("filter.remove", { name })} onClick={onRemove}>
        <IconX size={12} stroke={1.8} aria-hidden />
      </button>
    </span>
  );
}
