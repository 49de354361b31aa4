// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, its cells never do.
import type { Sort } from "@highwater/shared/ranking/contract";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import { type Column, sortKeyOf } from "./columns";
import classes from "./ranking-table.module.css";
import { ariaSort, isSortedBy, nextSort } from "./sorting";

interface HeadProps {
  columns: readonly Column[];
  sort: Sort;
  weights: Record<string, number>;
  onSort: (sort: Sort) => void;
}

/** Kept as it is while the rows below scroll. */
export const RankingHead = memo(function RankingHead(props: HeadProps) {
  const { columns, sort, weights, onSort } = props;
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {columns.map((column, index) => {
          const key = sortKeyOf(column);
          const own = key !== undefined && column.kind !== "rank";
          return (
            <div
              key={column.key}
              role="columnheader"
              className={classes.headCell}
              data-kind={column.kind}
              aria-colindex={index + 1}
              aria-sort={own ? ariaSort(sort, key) : undefined}
            >
              <HeadWords column={column} sort={sort} onSort={onSort} />
              {column.kind === "criterion" && <WeightBar column={column} weights={weights} />}
            </div>
          );
        })}
      </div>
    </div>
  );
});

function useHeadName(column: Column) {
  const { t } = useTranslation("ranking");
  const localized = useLocalized();
  if (column.kind === "criterion")
    return { short: localized(column.criterion.short), long: localized(column.criterion.name) };
  const short = t(`column.${column.kind}`);
  if (column.kind === "rank") return { short, long: t("column.rankLong") };
  if (column.kind === "champions") return { short, long: t("column.championsLong") };
  return { short, long: short };
}

function HeadWords({
  column,
  sort,
  onSort,
}: Pick<HeadProps, "sort" | "onSort"> & { column: Column }) {
  const { t } = useTranslation("ranking");
  const { short, long } = useHeadName(column);
  const risk = column.kind === "criterion" && column.criterion.inverted;
  const key = column.kind === "rank" ? undefined : sortKeyOf(column);
  const words = (
    <>
      <span>
        {short}
        {risk && " ▽"}
      </span>
      {risk && <small>{t("riskHead")}</small>}
    </>
  );
  if (!key)
    return (
      <span className={classes.headWords} title={long === short ? undefined : long}>
        {words}
      </span>
    );
  const Arrow = sort.startsWith("-") ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes.headWords}
      title={t("sortBy", { name: long })}
      onClick={() => onSort(nextSort(sort, key))}
    >
      {words}
      {isSortedBy(sort, key) && (
        <Arrow size={12} stroke={2} className={classes.arrow} aria-hidden />
      )}
    </button>
  );
}

/** How much the criterion weighs now, as a share of the cell's width: 50 % fills it. */
function WeightBar({ column, weights }: { column: Column; weights: Record<string, number> }) {
  const { t } = useTranslation("ranking");
  const { short } = useHeadName(column);
  const sum = Object.values(weights).reduce((all, weight) => all + weight, 0);
  const share = sum > 0 ? (weights[column.key] ?? 0) / sum : 0;
  const words = t("weight", { name: short, weight: Math.round(share * 100) });
  return (
    <span className={classes.weight} data-tip={words}>
      <span style={{ width: `${Math.min(share * 200, 100)}%` }} />
    </span>
  );
}
