// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no <table>.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, its cells never do.
import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Field, FieldValue } from "@highwater/shared/fields/contract";
import type { Member } from "@highwater/shared/team/contract";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { plainAddress } from "../../lib/addresses";
import { figure } from "../../lib/numbers";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { StageBadge } from "../../ui/stage-badge";
import { day } from "../../ui/time-ago";
import classes from "./pipeline.module.css";
import { type Column, isFigure } from "./pipeline-columns";
import { useWords } from "./words";

export const rowId = (id: string) => `pipeline-${id}`;

interface RowProps {
  /** Undefined while it is on its way. */
  candidate: Candidate | undefined;
  index: number;
  top: number;
  columns: readonly Column[];
  members: readonly Member[];
  team: string;
  active: boolean;
  /** Undefined where nothing may be chosen. */
  selected: boolean | undefined;
  onSelect: (id: string, extending: boolean) => void;
}

export const PipelineRow = memo(function PipelineRow(props: RowProps) {
  const { candidate, index, top, columns, members, team, active, selected, onSelect } = props;
  const { t } = useTranslation("pipeline");
  const frame = {
    "aria-rowindex": index + 2,
    className: classes.row,
    style: { transform: `translateY(${top}px)` },
  } as const;
  if (!candidate)
    return (
      <div role="row" {...frame}>
        <span role="gridcell" className={classes.pending} />
      </div>
    );
  return (
    <div
      role="row"
      {...frame}
      id={rowId(candidate.id)}
      aria-selected={selected}
      data-active={active || undefined}
    >
      {selected !== undefined && (
        <span role="gridcell" className={classes.select}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t("bulk.select", { name: candidate.name })}
            checked={selected}
            onChange={(event) =>
              onSelect(candidate.id, (event.nativeEvent as MouseEvent).shiftKey === true)
            }
          />
        </span>
      )}
      {columns.map((column) => (
        <span
          key={column.key}
          role="gridcell"
          className={classes.cell}
          data-kind={column.kind}
          data-figure={isFigure(column) || undefined}
        >
          {column.kind === "name" ? (
            <LinkAnchor
              to="/t/$team/c/$id"
              params={{ team, id: candidate.id }}
              className={classes.name}
              tabIndex={-1}
            >
              <UserText>{candidate.name}</UserText>
            </LinkAnchor>
          ) : (
            <Cell candidate={candidate} column={column} members={members} />
          )}
        </span>
      ))}
    </div>
  );
});

function valueText({ type }: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return figure(value);
  if (type === "date" && typeof value === "string") return day(value);
  if (type === "link" && typeof value === "string") return plainAddress(value);
  if (typeof value === "string") return value;
  const { amount, currency } = value;
  return new Intl.NumberFormat(languageTag(), {
    style: "currency",
    currency,
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(amount);
}

function Cell({
  candidate,
  column,
  members,
}: Pick<RowProps, "members"> & {
  candidate: Candidate;
  column: Column;
}) {
  const words = useWords();
  const { stage, vertical, tags, ownerId, createdAt, updatedAt, fields } = candidate;
  switch (column.kind) {
    case "stage":
      return <StageBadge stage={stage} />;
    case "vertical":
      return vertical === null ? "" : words("vertical", vertical);
    case "tags":
      return tags.join(", ");
    case "owner":
      return members.find(({ id }) => id === ownerId)?.name ?? "";
    case "createdAt":
      return day(createdAt);
    case "updatedAt":
      return day(updatedAt);
    default:
      return column.field ? (
        <UserText>{valueText(column.field, fields[column.field.key])}</UserText>
      ) : null;
  }
}
