import type { TideBoard } from "@highwater/shared/tide/board";
import { type Tide, termsOf } from "@highwater/shared/tide/exposure";
import { Button, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal, percent, twoDecimals } from "../../lib/numbers";
import { icon } from "../../ui/icon";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { Reasons } from "./reasons";
import type { Row } from "./simulate";
import classes from "./tide.module.css";

interface RowsTableProps {
  team: string;
  board: TideBoard;
  tide: Tide;
  rows: readonly Row[];
  others: readonly Row[];
}

const first = 50;

/** The chart in words: every number that changes, and why it does. */
export function RowsTable({ team, board, tide, rows, others }: RowsTableProps) {
  const { t } = useTranslation("tide");
  const [all, setAll] = useState(false);
  const sorted = rows.toSorted(
    (a, b) => (a.projectedRank ?? Infinity) - (b.projectedRank ?? Infinity),
  );
  const shown = all ? sorted : sorted.slice(0, first);
  const other = new Map(others.map((row) => [row.id, row]));
  const candidates = new Map(board.candidates.map((one) => [one.id, one]));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t("table.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.rank")}</th>
            <th scope="col">{t("table.candidate")}</th>
            <th scope="col" className="num">
              {t("table.risk")}
            </th>
            <th scope="col" className="num">
              {t("table.exposure")}
            </th>
            <th scope="col" className="num">
              {t("table.total")}
            </th>
            <th scope="col" className="num">
              {t("table.months")}
            </th>
            {others.length > 0 && <th scope="col">{t("table.other")}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const candidate = candidates.get(row.id);
            if (!candidate) return null;
            return (
              <TableRow
                key={row.id}
                {...{ team, row, candidate, board, tide }}
                other={others.length > 0 ? other.get(row.id) : null}
              />
            );
          })}
        </tbody>
      </table>
      {!all && sorted.length > first && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t("table.all", { count: sorted.length })}
        </Button>
      )}
    </div>
  );
}

interface TableRowProps {
  team: string;
  row: Row;
  candidate: TideBoard["candidates"][number];
  board: TideBoard;
  tide: Tide;
  other: Row | null | undefined;
}

function TableRow({ team, row, candidate, board, tide, other }: TableRowProps) {
  const { t } = useTranslation("tide");
  const [open, setOpen] = useState(false);
  const { rank, projectedRank, risk, projectedRisk, months } = row;
  const terms = open ? termsOf(candidate, tide) : [];
  return (
    <Fragment>
      <tr data-under={row.submerged || undefined}>
        <td className="num">{rank === null ? "–" : `${rank} → ${projectedRank ?? "–"}`}</td>
        <th scope="row">
          <UnstyledButton
            className={classes.opens}
            aria-expanded={open}
            aria-label={t("table.why", { name: candidate.name })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight {...icon} data-open={open || undefined} />
          </UnstyledButton>
          <LinkAnchor to="/t/$team/c/$id" params={{ team, id: row.id }}>
            <UserText>{candidate.name}</UserText>
          </LinkAnchor>
          {row.crosses && <span className={classes.crosses}>{t("table.crosses")}</span>}
          {risk === 5 && <span className={classes.chip}>{t("table.under")}</span>}
        </th>
        <td className="num">
          {risk === null ? "–" : `${oneDecimal(risk)} → ${twoDecimals(projectedRisk ?? risk)}`}
        </td>
        <td className="num">
          {row.exposure === null ? "–" : percent(row.exposure)}
          {row.unconfirmed > 0 && (
            <span
              className={classes.proposed}
              title={t("table.rests", { share: percent(row.unconfirmed) })}
            >
              {t("proposedSign")}
            </span>
          )}
        </td>
        <td className="num">
          {row.total === null
            ? "–"
            : `${oneDecimal(row.total)} → ${oneDecimal(row.projectedTotal ?? row.total)}`}
        </td>
        <td className="num">{risk === null ? "–" : (months ?? t("table.never"))}</td>
        {other !== null && (
          <td className="num">
            {other?.projectedRank ?? "–"}
            {other && other.projectedRisk !== null && ` · ${twoDecimals(other.projectedRisk)}`}
          </td>
        )}
      </tr>
      {open && (
        <tr>
          <td colSpan={other !== null ? 7 : 6} className={classes.reasonsCell}>
            <Reasons terms={terms} board={board} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}
