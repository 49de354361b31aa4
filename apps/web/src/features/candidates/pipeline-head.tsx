// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the heads take the focus.
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./pipeline.module.css";
import { useColumnName } from "./pipeline-column-menu";
import { type Column, isFigure } from "./pipeline-columns";
import type { PipelineSearch } from "./pipeline-search";
import type { Selection } from "./pipeline-selection";

interface HeadProps {
  selection: Selection | undefined;
  columns: readonly Column[];
  sort: PipelineSearch["sort"];
  onSort: (sort: PipelineSearch["sort"]) => void;
}

const newestFirst = "-createdAt";

export function PipelineHead({ selection, columns, sort = newestFirst, onSort }: HeadProps) {
  const { t } = useTranslation("pipeline");
  const nameOf = useColumnName();
  const choose = (key: string) => {
    const begins = key === "createdAt" || key === "updatedAt" ? `-${key}` : key;
    const turned = begins.startsWith("-") ? key : `-${key}`;
    const next = sort === begins ? turned : begins;
    onSort(next === newestFirst ? undefined : next);
  };
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {selection && (
          <span role="columnheader" className={classes.select}>
            <input
              type="checkbox"
              aria-label={t("bulk.loaded")}
              checked={selection.everyLoaded}
              onChange={selection.toggleLoaded}
            />
          </span>
        )}
        {columns.map((column) => {
          const { key, kind } = column;
          const order = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
          const Arrow = order === "ascending" ? IconArrowUp : IconArrowDown;
          if (kind === "tags")
            return (
              <span key={key} role="columnheader" className={classes.headCell}>
                {nameOf(column)}
              </span>
            );
          return (
            <span
              key={key}
              role="columnheader"
              aria-sort={order}
              className={classes.headCell}
              data-figure={isFigure(column) || undefined}
            >
              <button type="button" onClick={() => choose(key)}>
                {nameOf(column)}
                {order !== "none" && <Arrow size={12} stroke={1.8} aria-hidden />}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
