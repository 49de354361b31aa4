import { atLeast } from "@highwater/shared/team/policy";
import { Button, Group, Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { LinkButton } from "../../ui/link";
import { PageHead } from "../../ui/page-head";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./pipeline.module.css";
import { BulkBar, type MoreDeeds } from "./pipeline-bulk-bar";
import { PipelineChips } from "./pipeline-chips";
import { PipelineColumnMenu } from "./pipeline-column-menu";
import { useColumns } from "./pipeline-columns";
import { PipelineFilterMenu } from "./pipeline-filters";
import { PipelineGrid } from "./pipeline-grid";
import { type ChangeSearch, isFiltered, noFilters, type PipelineSearch } from "./pipeline-search";
import { useSelection } from "./pipeline-selection";
import { fieldsQuery, pipelineQuery } from "./queries";
import type { Viewer } from "./viewer";

interface PipelineProps {
  viewer: Viewer;
  search: PipelineSearch;
  change: ChangeSearch;
  onOpen: (id: string) => void;
  /** Saves what is on screen as a file. */
  exporting: ReactNode;
  /** What may be done to the selected rows beside changing them. */
  more?: MoreDeeds | undefined;
  /** Names the view that is on screen. */
  saveView?: ReactNode;
}

/** Every candidate of the team: filtered, sorted, in columns of one's choice. */
export function Pipeline(props: PipelineProps) {
  const { viewer, search, change, onOpen, exporting, saveView } = props;
  const { t } = useTranslation("pipeline");
  const list = useInfiniteQuery(pipelineQuery(search));
  const fields = useQuery(fieldsQuery()).data?.items ?? [];
  const columns = useColumns(viewer.team, fields);
  const media = { getInitialValueInEffect: false };
  const cards = useMediaQuery("(max-width: 767px)", false, media) ?? false;
  const { fetchNextPage, isFetching } = list;
  const more = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [fetchNextPage, isFetching]);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const count = list.data?.pages[0]?.count;
  const selection = useSelection(search, rows, count ?? 0);
  const maySelect = atLeast(viewer.role, "reviewer");
  const view = { search, change, fields, members: viewer.members };
  return (
    <div className={classes.page}>
      <PageHead
        title={t("title")}
        aside={count !== undefined && <span role="status">{t("count", { count })}</span>}
      >
        {saveView}
        {exporting}
      </PageHead>
      <div className={classes.toolbar}>
        <PipelineFilterMenu {...view} />
        <PipelineChips {...view} />
        {!cards && <PipelineColumnMenu {...columns} />}
      </div>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {count === 0 && <Nothing viewer={viewer} search={search} change={change} />}
      {count !== undefined && count > 0 && (
        <PipelineGrid
          {...view}
          team={viewer.team}
          rows={rows}
          count={count}
          columns={
            cards
              ? columns.all.filter(({ kind }) => ["name", "stage", "vertical"].includes(kind))
              : columns.shown
          }
          cards={cards}
          stale={list.isPlaceholderData}
          onMore={more}
          onOpen={onOpen}
          selection={maySelect ? selection : undefined}
        />
      )}
      {maySelect && (
        <BulkBar
          selection={selection}
          count={count ?? 0}
          members={viewer.members}
          more={props.more}
          archived={search.archived !== undefined}
        />
      )}
    </div>
  );
}

function Nothing({ viewer, search, change }: Pick<PipelineProps, "viewer" | "search" | "change">) {
  const { t } = useTranslation("pipeline");
  if (isFiltered(search))
    return (
      <Empty
        title={t("empty.filtered.title")}
        action={<Button onClick={() => change(noFilters)}>{t("filter.clear")}</Button>}
      >
        {t("empty.filtered.text")}
      </Empty>
    );
  const params = { team: viewer.team };
  return (
    <Empty
      title={t("empty.none.title")}
      action={
        atLeast(viewer.role, "reviewer") && (
          <Group gap="sm">
            <LinkButton to="/t/$team/new" params={params}>
              {t("empty.none.new")}
            </LinkButton>
            <LinkButton to="/t/$team/import" params={params} variant="default">
              {t("empty.none.import")}
            </LinkButton>
          </Group>
        )
      }
    >
      {t("empty.none.text")}
    </Empty>
  );
}

const lines = [0, 1, 2, 3, 4, 5, 6, 7];

function Waiting() {
  const { t } = useTranslation("common");
  return (
    <div className={classes.waiting} role="status" aria-label={t("state.loading")}>
      {lines.map((line) => (
        <Skeleton key={line} height={28} />
      ))}
    </div>
  );
}
