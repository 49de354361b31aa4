// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, its cells never do.
import type { Candidate } from "@highwater/shared/candidates/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts";
import classes from "./pipeline.module.css";
import type { Column } from "./pipeline-columns";
import { PipelineHead } from "./pipeline-head";
import { PipelineRow, rowId } from "./pipeline-row";
import type { Selection } from "./pipeline-selection";
import type { PipelineView } from "./pipeline-view";

interface GridProps extends PipelineView {
  team: string;
  rows: readonly Candidate[];
  /** How many there are in all; those not loaded yet are drawn as bare lines. */
  count: number;
  columns: readonly Column[];
  cards: boolean;
  stale: boolean;
  onMore: () => void;
  onOpen: (id: string) => void;
  /** Undefined for those who may change nothing. */
  selection: Selection | undefined;
}

/** So many rows before the end of what is loaded, the next page is asked for. */
const ahead = 40;
const headHeight = 36;
const selectWidth = 40;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

function useRows({ rows, count, cards, search, onMore, onOpen, selection }: GridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const rowHeight = cards ? 60 : 33;
  const [active, setActive] = useState<string>();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    useFlushSync: false,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: 4,
  });
  useEffect(() => virtual.measure(), [rowHeight]);
  useEffect(() => virtual.scrollToOffset(0), [search]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last + ahead >= rows.length && rows.length < count) onMore();
  }, [last, rows.length, count, onMore]);
  const at = rows.findIndex(({ id }) => id === active);
  const step = (by: number, extending = false) => {
    const place = Math.min(Math.max(at + by, 0), rows.length - 1);
    grid.current?.focus({ preventScroll: true });
    const to = rows[place]?.id;
    setActive(to);
    if (extending && to !== undefined)
      selection?.extend(to, selection.size > 0 ? undefined : active);
    virtual.scrollToIndex(place);
  };
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));
  const choosing = { enabled: selection !== undefined && at >= 0 };
  useShortcut("x", () => active && selection?.toggle(active), choosing);
  useShortcut("shift+x", () => active && selection?.extend(active), choosing);
  useShortcut("escape", () => selection?.clear(), { enabled: (selection?.size ?? 0) > 0 });
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = steps[event.key];
    if (by !== undefined) step(by, event.shiftKey);
    else if (event.key === "Enter" && active !== undefined) onOpen(active);
    else return;
    event.preventDefault();
  };
  return { grid, virtual, items, rowHeight, active: at < 0 ? undefined : active, onKeyDown };
}

export function PipelineGrid(props: GridProps) {
  const { rows, count, columns, cards, stale, team, members, search, change, selection } = props;
  const { t } = useTranslation("pipeline");
  const { grid, virtual, items, rowHeight, active, onKeyDown } = useRows(props);
  const latest = useRef(selection);
  useEffect(() => {
    latest.current = selection;
  });
  const onSelect = useCallback((id: string, extending: boolean) => {
    if (extending) latest.current?.extend(id);
    else latest.current?.toggle(id);
  }, []);
  const style = {
    "--tracks": [
      ...(selection ? [`${selectWidth}px`] : []),
      ...columns.map(({ width }) => `minmax(${width}px, ${width}fr)`),
    ].join(" "),
    "--least": `${columns.reduce((sum, { width }) => sum + width, selection ? selectWidth : 0)}px`,
    "--height": `${rowHeight}px`,
  } as CSSProperties;
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      style={style}
      aria-label={t("title")}
      aria-keyshortcuts={selection ? "J K X Shift+X Enter" : "J K Enter"}
      aria-multiselectable={selection !== undefined}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-busy={stale}
      aria-activedescendant={active && rowId(active)}
      data-cards={cards || undefined}
      data-stale={stale || undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.sheet}>
        <PipelineHead
          selection={selection}
          columns={columns}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
        />
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ key, index, start }) => (
            <PipelineRow
              key={key}
              candidate={rows[index]}
              index={index}
              top={start - headHeight}
              columns={columns}
              members={members}
              team={team}
              selected={selection?.has(rows[index]?.id ?? "")}
              onSelect={onSelect}
              active={rows[index]?.id === active && active !== undefined}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
