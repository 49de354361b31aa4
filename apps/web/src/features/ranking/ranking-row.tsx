// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, its cells never do.
import type { Text } from "@highwater/shared/kernel/contract";
import type { RankingItem, Scope } from "@highwater/shared/ranking/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { type CSSProperties, memo } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../lib/numbers";
import { UserText, useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import { StageBadge } from "../../ui/stage-badge";
import { TotalRail } from "../../ui/total-rail";
import { ChampionChip } from "./champion-chip";
import type { Column } from "./columns";
import { FlagChip } from "./flag-chip";
import { RankCell } from "./rank-cell";
import classes from "./ranking-table.module.css";
import { type Veil, veilOf } from "./row-state";
import { SpreadCell } from "./spread-cell";
import { VeilCell } from "./veil-cell";

export interface RowProps {
  row: RankingItem;
  index: number;
  top: number;
  columns: readonly Column[];
  criteria: readonly Criterion[];
  scope: Scope;
  team: string;
  cards: boolean;
  selected: boolean;
  ticked: boolean;
  move: number | undefined;
  onPick: (id: string) => void;
}

export const rowId = (id: string) => `ranking-${id}`;

/** Figures that a veil covers; the reviews signed are never hidden, but say nothing then. */
const covered = ({ kind }: Column) => kind === "total" || kind === "criterion" || kind === "spread";

export const RankingRow = memo(function RankingRow(props: RowProps) {
  const { row, index, top, columns, scope, selected, onPick } = props;
  const { t } = useTranslation("ranking");
  const localized = useLocalized();
  const veil = veilOf(row, scope);
  const shown = veil ? columns.filter((column) => !covered(column)) : columns;
  const hidden = columns.length - shown.length;
  const from = columns.findIndex(covered);
  const cells = shown.map((column) => (
    <div
      key={column.key}
      role="gridcell"
      className={classes.cell}
      data-kind={column.kind}
      aria-colindex={columns.indexOf(column) + 1}
    >
      {figure(props, column, veil, { t, localized })}
    </div>
  ));
  if (veil && hidden > 0)
    cells.splice(
      from,
      0,
      <div
        key="veil"
        role="gridcell"
        className={classes.cell}
        data-kind="veil"
        aria-colindex={from + 1}
        aria-colspan={hidden}
        style={{ "--span": hidden } as CSSProperties}
      >
        <VeilCell row={row} veil={veil} />
      </div>,
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid holds the focus and the keys of its rows.
    <div
      id={rowId(row.id)}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onPick(row.id)}
    >
      {cells}
    </div>
  );
});

interface Words {
  t: TFunction<"ranking">;
  localized: (text: Text) => string;
}

/** A function, not a component: a row has ten of them, and scrolling mounts rows by the dozen. */
function figure(props: RowProps, column: Column, veil: Veil | null, { t, localized }: Words) {
  const { row, criteria, cards, move, team } = props;
  const champions = row.champions > 0 && (
    <ChampionChip count={row.champions} words={t("champions", { count: row.champions })} />
  );
  switch (column.kind) {
    case "rank":
      return <RankCell rank={row.rank} move={move} ticked={props.ticked} />;
    case "name":
      return <NameCell row={row} team={team} cards={cards} />;
    case "stage":
      return <StageBadge stage={row.stage} />;
    case "total":
      if (cards) return <b>{row.total === null ? "–" : oneDecimal(row.total)}</b>;
      return <TotalRail total={row.total} width={72} />;
    case "criterion": {
      const { criterion } = column;
      const value = row.criteria[criterion.key]?.mean;
      return (
        <ScoreCell name={localized(criterion.short)} value={value} inverted={criterion.inverted} />
      );
    }
    case "spread":
      return <SpreadCell row={row} criteria={criteria} />;
    case "reviews":
      if (veil === "recused") return "–";
      return <span title={t("reviewsCount", { count: row.reviews })}>{row.reviews}</span>;
    case "champions":
      return champions;
    case "flags":
      return (
        <>
          {cards && champions}
          {row.flags.map((flag) => (
            <FlagChip key={flag} flag={flag} words={t(`flag.${flag}`)} />
          ))}
        </>
      );
  }
}

interface NameCellProps {
  row: RankingItem;
  team: string;
  cards: boolean;
}

function NameCell({ row, team, cards }: NameCellProps) {
  return (
    <>
      <Link
        to="/t/$team/c/$id"
        params={{ team, id: row.id }}
        className={classes.name}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
      >
        <UserText>{row.name}</UserText>
      </Link>
      {row.thesis && !cards && <UserText className={classes.thesis}>{row.thesis}</UserText>}
    </>
  );
}
