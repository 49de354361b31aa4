// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, its cells never do.
import type { ReadBoard } from "@highwater/shared/ranking/board";
import type { RankConfidence } from "@highwater/shared/ranking/confidence";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { percent } from "../../../lib/numbers";
import { UserText } from "../../../ui/localized";
import { TotalRail } from "../../../ui/total-rail";
import { RankCell } from "../rank-cell";
import { moved, type Ranked } from "./ranked";
import classes from "./studio.module.css";

interface TableProps {
  team: string;
  board: ReadBoard;
  before: Ranked;
  now: Ranked;
  confidence: ReadonlyMap<number, RankConfidence>;
  selected: number | undefined;
  onSelect: (row: number) => void;
}

const height = 33;

/** Every row of the scope in the order of now: only those on screen are drawn. */
export function StudioTable(props: TableProps) {
  const { now, board, selected, onSelect } = props;
  const { t } = useTranslation("studio");
  const grid = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: board.size,
    getScrollElement: () => grid.current,
    estimateSize: () => height,
    overscan: 10,
    useFlushSync: false,
  });
  const step = (event: KeyboardEvent, by: number) => {
    event.preventDefault();
    const at = selected === undefined ? -1 : now.order.indexOf(selected);
    const next = Math.min(Math.max(at + by, 0), board.size - 1);
    onSelect(now.order[next] as number);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "j") step(event, 1);
    else if (event.key === "ArrowUp" || event.key === "k") step(event, -1);
  };
  return (
    <div className={classes.tableFrame}>
      <div className={classes.heads} aria-hidden="true">
        <span>#</span>
        <span>{t("candidate")}</span>
        <span>{t("total")}</span>
        <span title={t("intervalWhy")}>{t("interval")}</span>
        <span title={t("inTopWhy")}>{t("inTop")}</span>
      </div>
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        className={classes.grid}
        aria-label={t("table")}
        aria-rowcount={board.size}
        aria-keyshortcuts="J K"
        aria-activedescendant={selected === undefined ? undefined : rowId(selected)}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Row key={index} {...props} index={index} top={start} />
          ))}
        </div>
      </div>
    </div>
  );
}

const rowId = (row: number) => `studio-${row}`;

function Row({ index, top, ...props }: TableProps & { index: number; top: number }) {
  const { team, board, before, now, confidence, selected, onSelect } = props;
  const row = now.order[index] as number;
  const total = now.totals[row] as number;
  const move = moved(before, now, row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid holds the focus and the keys of its rows.
    <div
      id={rowId(row)}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 1}
      aria-selected={row === selected}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(row)}
    >
      <span role="gridcell">
        <RankCell rank={now.ranks[row] || null} move={move === 0 ? undefined : move} />
      </span>
      <span role="gridcell" className={classes.name}>
        <Link to="/t/$team/c/$id" params={{ team, id: board.idOf(row) }} tabIndex={-1}>
          <UserText>{board.names[row] ?? ""}</UserText>
        </Link>
      </span>
      <span role="gridcell" data-kind="total">
        <TotalRail total={Number.isNaN(total) ? null : total} width={64} />
      </span>
      <Sureness confidence={confidence.get(row)} />
    </div>
  );
}

function Sureness({ confidence }: { confidence: RankConfidence | undefined }) {
  const { t } = useTranslation("studio");
  if (!confidence || confidence.low === null || confidence.high === null)
    return (
      <>
        <span role="gridcell" className={classes.dim}>
          {confidence ? t("noConfidence") : ""}
        </span>
        <span role="gridcell" />
      </>
    );
  const { low, high, inTop, standing } = confidence;
  const unsure = standing === "provisional";
  return (
    <>
      <span
        role="gridcell"
        data-unsure={unsure || undefined}
        title={unsure ? t("provisional") : ""}
      >
        {low === high ? low : `${low}–${high}`}
      </span>
      <span role="gridcell">{inTop === null ? "" : percent(inTop)}</span>
    </>
  );
}
