import { presetKeys } from "@highwater/shared/rubrics/contract";
import { SegmentedControl } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import { FilterChips } from "./filter-chips";
import { FilterMenu } from "./filter-menu";
import { rankingQuery } from "./queries";
import classes from "./ranking-view.module.css";
import { ScopeControl } from "./scope-control";
import { ViewMenu } from "./view-menu";
import type { ViewProps } from "./view-props";

interface ToolbarProps extends ViewProps {
  compact: boolean;
  onCompact: (compact: boolean) => void;
  /** Gives the keys back to the rows. */
  onDone: () => void;
}

/** After a choice by pointer the keyboard is the rows' again; who tabs stays where they are. */
const byPointer = (done: () => void) => (event: MouseEvent) => {
  if (event.detail > 0) window.setTimeout(done);
};

export function RankingToolbar({ compact, onCompact, onDone, ...props }: ToolbarProps) {
  return (
    <div className={classes.toolbar}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hands the focus on. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same. */}
      <div className={classes.choices} onClick={byPointer(onDone)}>
        <ScopeControl scope={props.scope} onChange={(scope) => props.change({ scope })} />
        <PresetControl {...props} />
      </div>
      <FilterMenu {...props} />
      <FilterChips {...props} />
      <ViewMenu {...props} compact={compact} onCompact={onCompact} />
    </div>
  );
}

function PresetControl({ search, scope, rubric, change }: ViewProps) {
  const { t } = useTranslation("ranking");
  const localized = useLocalized();
  const client = useQueryClient();
  const choose = (key: (typeof presetKeys)[number]) => ({
    preset: key === "balanced" ? undefined : key,
    weights: undefined,
  });
  /** Whoever reaches for the control waits for nothing. */
  const prefetch = () => {
    for (const key of presetKeys)
      void client.prefetchInfiniteQuery(rankingQuery({ ...search, ...choose(key) }, scope));
  };
  return (
    <SegmentedControl
      aria-label={t("preset")}
      value={search.weights ? "" : (search.preset ?? "balanced")}
      onPointerEnter={prefetch}
      onChange={(key) => {
        const preset = presetKeys.find((one) => one === key);
        if (preset) change(choose(preset));
      }}
      data={rubric.presets.map(({ key, name, why }) => ({
        value: key,
        label: <span title={localized(why)}>{localized(name)}</span>,
      }))}
    />
  );
}
