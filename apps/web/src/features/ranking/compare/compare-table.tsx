import type { Rubric } from "@highwater/shared/rubrics/contract";
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../../lib/numbers";
import { icon } from "../../../ui/icon";
import { UserText, useLocalized } from "../../../ui/localized";
import { ScoreCell } from "../../../ui/score-cell";
import { StageBadge } from "../../../ui/stage-badge";
import classes from "./compare.module.css";
import { markOf, type Side } from "./sides";

interface TableProps {
  team: string;
  sides: Side[];
  criteria: Rubric["criteria"];
  onRemove: (id: string) => void;
}

/** The radar's twin: one column a candidate, one row a figure; the best of a row stands out. */
export function CompareTable({ team, sides, criteria, onRemove }: TableProps) {
  const { t } = useTranslation("compare");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <section className={classes.scroll} aria-label={t("table")} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {sides.map((side, at) => (
              <th key={side.id} scope="col">
                <Head team={team} side={side} at={at} onRemove={onRemove} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row label={t("total")} sides={sides} figure={(side) => side.explanation?.total ?? null}>
            {(total) => <b className={classes.total}>{oneDecimal(total)}</b>}
          </Row>
          <Row
            label={t("rank")}
            sides={sides}
            figure={(side) => side.explanation?.rank ?? null}
            lowBest
          >
            {(rank, side) => t("rankOf", { rank, of: side.explanation?.of })}
          </Row>
          <Row
            label={t("reviews")}
            sides={sides}
            figure={(side) => side.explanation?.reviews ?? null}
          >
            {(count) => count}
          </Row>
          {criteria.map((criterion) => (
            <CriterionRow key={criterion.key} criterion={criterion} sides={sides} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({
  team,
  side,
  at,
  onRemove,
}: { side: Side; at: number } & Pick<TableProps, "team" | "onRemove">) {
  const { t } = useTranslation("compare");
  const name = side.candidate?.name ?? "…";
  return (
    <span className={classes.head}>
      <span className={classes.mark} data-side={at}>
        {markOf(at)}
      </span>
      <span className={classes.names}>
        <Link to="/t/$team/c/$id" params={{ team, id: side.id }}>
          <UserText>{name}</UserText>
        </Link>
        {side.candidate && <StageBadge stage={side.candidate.stage} />}
      </span>
      <ActionIcon aria-label={t("remove", { name })} onClick={() => onRemove(side.id)}>
        <IconX {...icon} />
      </ActionIcon>
    </span>
  );
}

interface RowProps {
  label: string;
  sides: Side[];
  figure: (side: Side) => number | null;
  lowBest?: boolean;
  children: (figure: number, side: Side) => ReactNode;
}

function Row({ label, sides, figure, lowBest = false, children }: RowProps) {
  const { t } = useTranslation("compare");
  const figures = sides.map(figure);
  const known = figures.filter((one) => one !== null);
  const best = lowBest ? Math.min(...known) : Math.max(...known);
  const differ = new Set(known).size > 1;
  return (
    <tr>
      <th scope="row">{label}</th>
      {sides.map((side, at) => {
        const value = figures[at] ?? null;
        return (
          <td key={side.id} data-best={differ && value === best ? "" : undefined}>
            {value === null ? (
              <span className={classes.dim} title={t("unscored")}>
                –
              </span>
            ) : (
              children(value, side)
            )}
          </td>
        );
      })}
    </tr>
  );
}

function CriterionRow({
  criterion,
  sides,
}: {
  criterion: Rubric["criteria"][number];
  sides: Side[];
}) {
  const { t } = useTranslation("compare");
  const localized = useLocalized();
  const name = localized(criterion.short);
  const partOf = (side: Side) =>
    side.explanation?.parts.find((part) => part.criterion === criterion.key);
  return (
    <Row
      label={criterion.inverted ? `${name} ▽` : name}
      sides={sides}
      figure={(side) => partOf(side)?.teamScore.mean ?? null}
      lowBest={criterion.inverted}
    >
      {(mean, side) => {
        const part = partOf(side);
        return (
          <span className={classes.figures}>
            <ScoreCell name={name} value={mean} inverted={criterion.inverted} />
            <span className={classes.dim}>
              {t("points", { points: oneDecimal(part?.points ?? 0) })}
              {(part?.teamScore.spread ?? 0) >= 3 && (
                <span className={classes.split} title={t("apart")}>
                  {" "}
                  ⇄ {part?.teamScore.spread}
                </span>
              )}
            </span>
          </span>
        );
      }}
    </Row>
  );
}
