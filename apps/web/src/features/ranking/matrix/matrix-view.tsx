import type { ReadBoard } from "@highwater/shared/ranking/board";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../../lib/numbers";
import { Empty } from "../../../ui/empty";
import { UserText, useLocalized } from "../../../ui/localized";
import { PageHead } from "../../../ui/page-head";
import { ProblemNote } from "../../../ui/problem-note";
import { RowSkeleton } from "../row-skeleton";
import { ScopeControl } from "../scope-control";
import { boardQuery } from "../studio/queries";
import { RankingTabs } from "../tabs";
import classes from "./matrix.module.css";
import { Plot } from "./plot";
import { mostSpots, type Spot, spotsOf } from "./points";
import { colours, type MatrixSearch, sizes } from "./search";

interface MatrixProps {
  team: string;
  rubric: Rubric;
  search: MatrixSearch;
  onSearch: (search: MatrixSearch) => void;
}

/** Two figures of every candidate against each other. */
export function MatrixView(props: MatrixProps) {
  const { team, search, onSearch } = props;
  const { t } = useTranslation("matrix");
  const scope = search.scope ?? "team";
  const { data: board, error, refetch } = useQuery(boardQuery(scope));
  return (
    <>
      <PageHead title={t("title")}>
        <ScopeControl scope={scope} onChange={(next) => onSearch({ ...search, scope: next })} />
      </PageHead>
      <RankingTabs team={team} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!board && !error && <RowSkeleton />}
      {board && <Matrix {...props} board={board} />}
    </>
  );
}

function useAxes(rubric: Rubric, search: MatrixSearch) {
  const { t } = useTranslation("matrix");
  const localized = useLocalized();
  const axes = [
    ...rubric.criteria.map(({ key, short, inverted }) => ({
      value: key as string,
      label: inverted ? t("inverted", { name: localized(short) }) : localized(short),
    })),
    { value: "total", label: t("total") },
    { value: "reviews", label: t("reviews") },
  ];
  const known = (key: string | undefined, fallback: string) =>
    axes.some(({ value }) => value === key) && key ? key : fallback;
  const [x, y] = [known(search.x, "overrun"), known(search.y, "pain")];
  const nameOf = (key: string) => axes.find(({ value }) => value === key)?.label ?? key;
  const names = { x: nameOf(x), y: nameOf(y) };
  return { axes, x, y, names };
}

function Matrix({ team, rubric, search, onSearch, board }: MatrixProps & { board: ReadBoard }) {
  const { t } = useTranslation("matrix");
  const { axes, x, y, names } = useAxes(rubric, search);
  const spots = useMemo(() => spotsOf(board, x, y), [board, x, y]);
  const own = x === "overrun" && y === "pain";
  const quadrants = own
    ? ([t("quadrant.race"), t("quadrant.build"), t("quadrant.leave"), t("quadrant.idle")] as const)
    : ([
        t("corner.upLeft", names),
        t("corner.upRight", names),
        t("corner.downLeft", names),
        t("corner.downRight", names),
      ] as const);
  const choice = <Key extends "x" | "y" | "size" | "colour">(key: Key, label: string) => ({
    label,
    onChange: (event: { currentTarget: { value: string } }) =>
      onSearch({ ...search, [key]: event.currentTarget.value }),
  });
  return (
    <div className={classes.page}>
      <div className={classes.choices}>
        <NativeSelect {...choice("x", t("across"))} value={x} data={axes} />
        <NativeSelect {...choice("y", t("up"))} value={y} data={axes} />
        <NativeSelect
          {...choice("size", t("size.label"))}
          value={search.size ?? "reviews"}
          data={sizes.map((value) => ({ value, label: t(`size.${value}`) }))}
        />
        <NativeSelect
          {...choice("colour", t("colour.label"))}
          value={search.colour ?? "stage"}
          data={colours.map((value) => ({ value, label: t(`colour.${value}`) }))}
        />
      </div>
      {spots.length === 0 ? (
        <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
      ) : (
        <>
          <Plot {...{ team, spots, names, quadrants, search }} />
          {spots.length === mostSpots && <p className={classes.dim}>{t("most", { mostSpots })}</p>}
          <Twin {...{ team, spots, names }} />
        </>
      )}
    </div>
  );
}

/** The same figures to be read. */
function Twin({
  team,
  spots,
  names,
}: {
  team: string;
  spots: Spot[];
  names: { x: string; y: string };
}) {
  const { t } = useTranslation("matrix");
  return (
    <details className={classes.twin}>
      <summary>{t("asTable")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t("candidate")}</th>
            <th scope="col">{names.x}</th>
            <th scope="col">{names.y}</th>
            <th scope="col">{t("total")}</th>
          </tr>
        </thead>
        <tbody>
          {spots.map(({ id, rank, name, shown, total }) => (
            <tr key={id}>
              <td>{rank}</td>
              <th scope="row">
                <Link to="/t/$team/c/$id" params={{ team, id }}>
                  <UserText>{name}</UserText>
                </Link>
              </th>
              <td>{oneDecimal(shown.x)}</td>
              <td>{oneDecimal(shown.y)}</td>
              <td>{oneDecimal(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
