import type { RankingChange } from "@highwater/shared/ranking/contract";
import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../../lib/numbers";
import { Empty } from "../../../ui/empty";
import { UserText } from "../../../ui/localized";
import { PageHead } from "../../../ui/page-head";
import { ProblemNote } from "../../../ui/problem-note";
import { TimeAgo } from "../../../ui/time-ago";
import { RankCell } from "../rank-cell";
import { RowSkeleton } from "../row-skeleton";
import { RankingTabs } from "../tabs";
import classes from "./changes.module.css";
import { lastVisit } from "./last-visit";
import { looked, type Moved, movedQuery } from "./moved";
import type { ChangesSearch } from "./search";

interface ChangesProps {
  team: string;
  search: ChangesSearch;
  onSearch: (search: ChangesSearch) => void;
}

const day = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The last visit, or a week ago for whoever was never here before. */
function useSince(team: string, search: ChangesSearch) {
  const [fallback] = useState(
    () => lastVisit(team, Date.now())?.toISOString() ?? dayOf(Date.now() - 7 * day),
  );
  return search.since ?? fallback;
}

/** Why the ranking is not what it was: each candidate that moved, and the events that moved it. */
export function ChangesView({ team, search, onSearch }: ChangesProps) {
  const { t } = useTranslation("changes");
  const since = useSince(team, search);
  const { data, error, refetch } = useQuery(movedQuery(since));
  return (
    <>
      <PageHead title={t("title")} aside={data?.since && <TimeAgo at={data.since} />}>
        <TextInput
          type="date"
          aria-label={t("since")}
          value={(data?.since ?? since).slice(0, 10)}
          max={dayOf(Date.now())}
          onChange={({ currentTarget }) =>
            currentTarget.value && onSearch({ since: currentTarget.value })
          }
        />
      </PageHead>
      <RankingTabs team={team} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton />}
      {data?.moved.length === 0 && <Empty title={t("emptyTitle")}>{t("empty")}</Empty>}
      {data && data.moved.length > 0 && <Table team={team} moved={data.moved} />}
    </>
  );
}

function Table({ team, moved }: { team: string; moved: Moved[] }) {
  const { t } = useTranslation("changes");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <section className={classes.scroll} aria-label={t("table")} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t("candidate")}</th>
            <th scope="col">{t("total")}</th>
            <th scope="col">{t("why")}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((item) => (
            <tr key={item.id}>
              <td>
                <RankCell rank={item.rank} move={item.change.rank || undefined} />
              </td>
              <th scope="row">
                <Link to="/t/$team/c/$id" params={{ team, id: item.id }}>
                  <UserText>{item.name}</UserText>
                </Link>
              </th>
              <td className={classes.totals}>
                {figure(item.change.totalBefore)} → {figure(item.total)}
              </td>
              <td>
                <Causes causes={item.change.causes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.dim}>{t("looked", { looked })}</p>
    </section>
  );
}

const figure = (total: number | null) => (total === null ? "–" : oneDecimal(total));

const signed = (effect: number) => `${effect < 0 ? "−" : "+"}${oneDecimal(Math.abs(effect))}`;

function Causes({ causes }: Pick<RankingChange, "causes">) {
  const { t } = useTranslation("changes");
  if (causes.length === 0) return <span className={classes.dim}>{t("others")}</span>;
  return (
    <ul className={classes.causes}>
      {causes.map(({ kind, at, effect, version }) => (
        <li key={`${kind} ${at}`}>
          {t(`cause.${kind}`, { version })}
          {effect !== null && <b> {signed(effect)}</b>}{" "}
          <span className={classes.dim}>
            <TimeAgo at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
