// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, its cells never do.
import type { RankingItem, Scope, Sort } from "@highwater/shared/ranking/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Column, trackOf } from "./columns";
import type { Ranks } from "./moves";
import { RankingHead } from "./ranking-head";
import { RankingRow, rowId } from "./ranking-row";
import classes from "./ranking-table.module.css";
import { Tips } from "./tip";

export interface TableProps {
  rows: RankingItem[];
  /** How many rows there are in all; those not loaded yet are drawn as bare lines. */
  count: number;
  columns: readonly Column[];
  criteria: readonly Criterion[];
  weights: Record<string, number>;
  sort: Sort;
  scope: Scope;
  team: string;
  moves: Ranks;
  selected: string | undefined;
  ticked: readonly string[];
  cards: boolean;
  rowHeight: number;
  stale: boolean;
  gridRef: RefObject<HTMLDivElement | null>;
  onSort: (sort: Sort) => void;
  onPick: (id: string) => void;
  onMore: () => void;
}

/** As in the style sheet; a card has two lines of heads, each tall enough to be touched. */
const headHeightOf = (cards: boolean) => (cards ? 52 : 44);
/** So many rows before the end of what is loaded, the next page is asked for. */
const ahead = 40;

function useRows({ rows, count, rowHeight, gridRef, selected, cards, onMore }: TableProps) {
  const headHeight = headHeightOf(cards);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    useFlushSync: false,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: 4,
  });
  useEffect(() => virtual.measure(), [rowHeight]);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last + ahead >= rows.length && rows.length < count) onMore();
  }, [last, rows.length, count, onMore]);

  const at = rows.findIndex(({ id }) => id === selected);
  // A re-rank must not scroll, a selection must; below 768 px the peek covers all but the top.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: cards ? "start" : "auto" });
  }, [selected, at >= 0]);
  return { virtual, items };
}

export function RankingTable(props: TableProps) {
  const { rows, count, columns, selected, cards, rowHeight, stale, gridRef } = props;
  const { t } = useTranslation("ranking");
  const { virtual, items } = useRows(props);
  const { tracks, least } = trackOf(columns);
  const active = rows.some(({ id }) => id === selected) ? selected : undefined;
  const criteria = columns.filter(({ kind }) => kind === "criterion").length;
  const style = {
    "--tracks": tracks,
    "--least": `${least}px`,
    "--criteria": criteria,
    "--height": `${rowHeight}px`,
  } as CSSProperties;
  return (
    <Tips className={classes.frame}>
      <div
        ref={gridRef}
        role="grid"
        tabIndex={0}
        className={classes.grid}
        style={style}
        aria-label={t("table")}
        aria-describedby="ranking-keys"
        aria-keyshortcuts="J K Space Enter R X C"
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-busy={stale}
        aria-activedescendant={active && rowId(active)}
        data-cards={cards || undefined}
        data-active={active !== undefined || undefined}
        data-stale={stale || undefined}
      >
        <div className={classes.sheet}>
          <RankingHead
            columns={columns}
            sort={props.sort}
            weights={props.weights}
            onSort={props.onSort}
          />
          <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ key, index, start }) => (
              <Line key={key} {...props} index={index} top={start - headHeightOf(cards)} />
            ))}
          </div>
        </div>
      </div>
    </Tips>
  );
}

function Line({ index, top, ...props }: TableProps & { index: number; top: number }) {
  const row = props.rows[index];
  if (!row)
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={classes.row}
        style={{ transform: `translateY(${top}px)` }}
      >
        <span role="gridcell" className={classes.pending} />
      </div>
    );
  return (
    <RankingRow
      row={row}
      index={index}
      top={top}
      columns={props.columns}
      criteria={props.criteria}
      scope={props.scope}
      team={props.team}
      cards={props.cards}
      selected={row.id === props.selected}
      ticked={props.ticked.includes(row.id)}
      move={props.moves.get(row.id)}
      onPick={props.onPick}
    />
  );
}
