// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, its cells never do.
import type { Candidate } from "@highwater/shared/candidates/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts";
import classes from "./pipeline.module.css";
import type { Column } from "./pipeline-columns";
import { PipelineHead } from "./pipeline-head";
import { PipelineRow, rowId } from "./pipeline-row";
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
}

/** So many rows before the end of what is loaded, the next page is asked for. */
const ahead = 40;
const headHeight = 36;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

function useRows({ rows, count, cards, search, onMore, onOpen }: GridProps) {
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
  const step = (by: number) => {
    const place = Math.min(Math.max(at + by, 0), rows.length - 1);
    grid.current?.focus({ preventScroll: true });
    setActive(rows[place]?.id);
    virtual.scrollToIndex(place);
  };
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = steps[event.key];
    if (by !== undefined) step(by);
    else if (event.key === "Enter" && active !== undefined) onOpen(active);
    else return;
    event.preventDefault();
  };
  return { grid, virtual, items, rowHeight, active: at < 0 ? undefined : active, onKeyDown };
}

export function PipelineGrid(props: GridProps) {
  const { rows, count, columns, cards, stale, team, members, search, change } = props;
  const { t } = useTranslation("pipeline");
  const { grid, virtual, items, rowHeight, active, onKeyDown } = useRows(props);
  const style = {
    "--tracks": columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(" "),
    "--least": `${columns.reduce((sum, { width }) => sum + width, 0)}px`,
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
      aria-keyshortcuts="J K Enter"
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-busy={stale}
      aria-activedescendant={active && rowId(active)}
      data-cards={cards || undefined}
      data-stale={stale || undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.sheet}>
        <PipelineHead columns={columns} sort={search.sort} onSort={(sort) => change({ sort })} />
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
              active={rows[index]?.id === active && active !== undefined}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
