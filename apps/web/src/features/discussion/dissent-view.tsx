import type { DissentItem } from "@highwater/shared/discussion/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Button, NativeSelect, Skeleton, Switch } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../lib/numbers";
import { Empty } from "../../ui/empty";
import { LinkAnchor, LinkButton } from "../../ui/link";
import { UserText, useLocalized } from "../../ui/localized";
import { PageHead } from "../../ui/page-head";
import { ProblemNote } from "../../ui/problem-note";
import { StageBadge } from "../../ui/stage-badge";
import classes from "./dissent.module.css";
import { dissentQuery } from "./queries";
import type { DissentSearch } from "./search";

interface DissentViewProps {
  team: string;
  criteria: readonly Criterion[];
  search: DissentSearch;
  onSearch: (next: DissentSearch) => void;
}

const orders = ["-spread", "-total", "total", "-championed", "name"] as const;

/** 非共识: revealed candidates over which members differ, or that one of them backs against its total. */
export function DissentView({ team, criteria, search, onSearch }: DissentViewProps) {
  const { t } = useTranslation(["discussion", "common"]);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    dissentQuery(search),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t("discussion:view.title")} aside={data?.pages[0]?.count}>
        <Switch
          label={t("discussion:view.open")}
          checked={search.open === true}
          onChange={({ currentTarget }) =>
            onSearch({ ...search, open: currentTarget.checked ? true : undefined })
          }
        />
        <NativeSelect
          aria-label={t("discussion:view.order")}
          value={search.sort ?? "-spread"}
          onChange={({ currentTarget: { value } }) =>
            onSearch({ ...search, sort: orders.find((order) => order === value) })
          }
          data={orders.map((value) => ({ value, label: t(`discussion:view.by.${value}`) }))}
        />
      </PageHead>
      <p className={classes.lead}>{t("discussion:view.lead")}</p>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      {data && items.length === 0 && (
        <Empty
          title={t("discussion:view.emptyTitle")}
          action={
            <LinkButton to="/t/$team" params={{ team }} variant="default">
              {t("common:act.home")}
            </LinkButton>
          }
        >
          {t("discussion:view.empty")}
        </Empty>
      )}
      <ul className={classes.list} aria-label={t("discussion:view.title")}>
        {items.map((item) => (
          <Row key={item.id} item={item} team={team} criteria={criteria} />
        ))}
      </ul>
      {hasNextPage && (
        <Button
          m="md"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t("common:act.more")}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  item: DissentItem;
  team: string;
  criteria: readonly Criterion[];
}

function Row({ item, team, criteria }: RowProps) {
  const { t } = useTranslation("discussion");
  const { id, name, thesis, stage, rank, total, champions } = item;
  return (
    <li className={classes.row}>
      <span className={classes.rank}>{rank ?? "–"}</span>
      <span className={classes.what}>
        <LinkAnchor
          className={classes.name}
          to="/t/$team/c/$id"
          params={{ team, id }}
          underline="never"
        >
          <UserText>{name}</UserText>
        </LinkAnchor>
        {thesis && <UserText className={classes.thesis}>{thesis}</UserText>}
      </span>
      <span className={classes.total}>{total === null ? "–" : oneDecimal(total)}</span>
      <StageBadge stage={stage} />
      <Apart item={item} criteria={criteria} />
      <span className={classes.champions}>
        {champions.length > 0 && (
          <>
            <span aria-hidden="true">★</span>{" "}
            {t("view.champions", { names: champions.map((one) => one.name).join(t("view.comma")) })}
          </>
        )}
      </span>
    </li>
  );
}

function Apart({ item, criteria }: Omit<RowProps, "team">) {
  const { t } = useTranslation("discussion");
  const localized = useLocalized();
  return (
    <ul className={classes.criteria}>
      {item.criteria.map(({ criterion, spread, settledAt }) => {
        const known = criteria.find(({ key }) => key === criterion);
        const name = known ? localized(known.short) : criterion;
        return (
          <li key={criterion} data-apart={(settledAt === null && spread >= 3) || undefined}>
            {settledAt === null ? "⇄ " : "✓ "}
            {t(settledAt === null ? "view.spread" : "view.settled", { name, spread })}
          </li>
        );
      })}
    </ul>
  );
}
