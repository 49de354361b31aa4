import type { Explanation, RankingItem } from "@highwater/shared/ranking/contract";
import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { oneDecimal, percent } from "../../lib/numbers";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { StageBadge } from "../../ui/stage-badge";
import classes from "./peek.module.css";
import { PeekFlags } from "./peek-flags";
import { PeekParts } from "./peek-parts";
import { explanationQuery } from "./queries";
import { veilOf } from "./row-state";
import { VeilCell } from "./veil-cell";
import type { ViewProps } from "./view-props";

interface PeekProps extends ViewProps {
  row: RankingItem;
  mayReview: boolean;
  onClose: () => void;
}

/** What a row says, in full, without leaving the list. */
export function PeekPanel({ row, team, search, scope, rubric, mayReview, onClose }: PeekProps) {
  const { t } = useTranslation("ranking");
  const veil = veilOf(row, scope);
  const { data, error, refetch } = useQuery({
    ...explanationQuery(row.id, search, scope),
    enabled: veil === null,
    placeholderData: keepPreviousData,
  });
  return (
    <aside className={classes.peek} aria-label={t("peek.label", { name: row.name })}>
      <div className={classes.scroll}>
        <header className={classes.top}>
          <h2 className={classes.name}>
            <UserText>{row.name}</UserText>
          </h2>
          <ActionIcon aria-label={t("peek.close")} aria-keyshortcuts="Escape" onClick={onClose}>
            <IconX {...icon} />
          </ActionIcon>
        </header>
        {row.thesis && (
          <p className={classes.thesis}>
            <UserText>{row.thesis}</UserText>
          </p>
        )}
        {veil ? (
          <VeilCell row={row} veil={veil} long />
        ) : error ? (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <Standing row={row} explanation={data} />
            {data ? <PeekParts parts={data.parts} rubric={rubric} /> : <Skeleton height={180} />}
          </>
        )}
        <PeekFlags flags={row.flags} rubric={rubric} gates={veil ? [] : (data?.gates ?? [])} />
      </div>
      <PeekDeeds row={row} team={team} mayReview={mayReview} />
    </aside>
  );
}

function Standing({
  row,
  explanation,
}: {
  row: RankingItem;
  explanation: Explanation | undefined;
}) {
  const { t } = useTranslation("ranking");
  const { rank, total, coverage, reviews } = row;
  return (
    <div className={classes.standing}>
      <span className={classes.total}>{total === null ? "–" : oneDecimal(total)}</span>
      <div>
        <div>
          {rank === null || !explanation
            ? t("peek.unranked")
            : t("peek.rankOf", { rank, of: explanation.of })}
        </div>
        <div className={classes.dim}>
          {t("reviewsCount", { count: reviews })} · <StageBadge stage={row.stage} />
        </div>
        {coverage < 1 && total !== null && (
          <div className={classes.dim}>{t("peek.coverage", { share: percent(coverage) })}</div>
        )}
      </div>
    </div>
  );
}

function PeekDeeds({ row, team, mayReview }: Pick<PeekProps, "row" | "team" | "mayReview">) {
  const { t } = useTranslation("ranking");
  const params = { team, id: row.id };
  return (
    <footer className={classes.deeds}>
      <Button
        variant="default"
        rightSection={<Kbd keys="Enter" />}
        aria-keyshortcuts="Enter"
        renderRoot={(props) => <Link to="/t/$team/c/$id" params={params} {...props} />}
      >
        {t("peek.open")}
      </Button>
      <Button
        variant="default"
        renderRoot={(props) => (
          <Link to="/t/$team/compare" params={{ team }} search={{ ids: row.id }} {...props} />
        )}
      >
        {t("peek.compare")}
      </Button>
      {mayReview && (
        <Button
          variant="default"
          rightSection={<Kbd keys="R" />}
          aria-keyshortcuts="R"
          renderRoot={(props) => <Link to="/t/$team/c/$id/review" params={params} {...props} />}
        >
          {t("peek.review")}
        </Button>
      )}
    </footer>
  );
}
