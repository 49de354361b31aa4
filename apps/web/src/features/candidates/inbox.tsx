import type { Candidate } from "@highwater/shared/candidates/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Button, SegmentedControl, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts";
import { Empty } from "../../ui/empty";
import { Kbd } from "../../ui/kbd";
import { PageHead } from "../../ui/page-head";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./inbox.module.css";
import { InboxRow } from "./inbox-row";
import { candidatesAtQuery } from "./queries";
import { QuickAdd } from "./quick-add";
import { type SiftedStage, siftedStages } from "./search";
import type { Viewer } from "./viewer";

interface InboxProps {
  viewer: Viewer;
  stage: SiftedStage;
  onStage: (stage: SiftedStage) => void;
  /** The row that the keyboard stands on. */
  selected: string | undefined;
  onSelect: (id: string) => void;
  hrefOf: (id: string) => string;
  /** The buttons that move a row to another stage. */
  moves: (candidate: Candidate) => ReactNode;
  /** The way to sift them one by one. */
  screen: ReactNode;
}

/** What came in and is to be sifted, newest first. */
export function Inbox({ viewer, stage, onStage, hrefOf, screen, ...rest }: InboxProps) {
  const { t } = useTranslation(["candidates", "stages"]);
  const list = useInfiniteQuery(candidatesAtQuery(stage));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const more = list.hasNextPage ? "+" : "";
  const shown = list.data ? ` ${items.length}${more}` : "";
  return (
    <>
      <PageHead title={t("candidates:inbox.title")}>
        <span className={classes.hint}>
          <Kbd keys="J K" /> {t("candidates:inbox.keys.row")} <Kbd keys="↵" />{" "}
          {t("candidates:inbox.keys.open")}
        </span>
        <SegmentedControl
          aria-label={t("stages:stage")}
          value={stage}
          onChange={(value) => onStage(value === "screening" ? "screening" : "inbox")}
          data={siftedStages.map((one) => ({
            value: one,
            label: t(`stages:${one}`) + (one === stage ? shown : ""),
          }))}
        />
        {items.length > 0 && screen}
      </PageHead>
      {atLeast(viewer.role, "reviewer") && <QuickAdd memberId={viewer.memberId} hrefOf={hrefOf} />}
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && items.length === 0 && (
        <Empty title={t(`candidates:inbox.empty.${stage}.title`)}>
          {t(`candidates:inbox.empty.${stage}.text`)}
        </Empty>
      )}
      {items.length > 0 && <Rows key={stage} items={items} viewer={viewer} {...rest} />}
      {list.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t("candidates:inbox.more")}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowsProps extends Pick<InboxProps, "viewer" | "selected" | "onSelect" | "moves"> {
  items: Candidate[];
}

/** J and K move the focus itself, so Enter opens the row's link as any link. */
function Rows({ items, viewer, selected, onSelect, moves }: RowsProps) {
  const { t } = useTranslation("candidates");
  const [arrivedAt] = useState(selected);
  useEffect(() => {
    if (arrivedAt) document.getElementById(`row-${arrivedAt}`)?.focus();
  }, [arrivedAt]);
  const at = items.findIndex(({ id }) => id === selected);
  const step = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) document.getElementById(`row-${next.id}`)?.focus();
  };
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));
  return (
    <ul className={classes.list} aria-label={t("inbox.title")}>
      {items.map((candidate) => (
        <InboxRow
          key={candidate.id}
          candidate={candidate}
          team={viewer.team}
          selected={candidate.id === selected}
          onSelect={() => candidate.id !== selected && onSelect(candidate.id)}
          moves={atLeast(viewer.role, "reviewer") ? moves(candidate) : null}
        />
      ))}
    </ul>
  );
}

const rows = [0, 1, 2, 3, 4, 5];

function Waiting() {
  const { t } = useTranslation("common");
  return (
    <div className={classes.waiting} role="status" aria-label={t("state.loading")}>
      {rows.map((row) => (
        <Skeleton key={row} height={44} />
      ))}
    </div>
  );
}
