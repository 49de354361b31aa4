import { Progress } from "@highwater/shared/assignments/contract";
import { Board } from "@highwater/shared/stages/board";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../../lib/api";
import { oneDecimal, percent, whole } from "../../../lib/numbers";
import { PageHead } from "../../../ui/page-head";
import { ProblemNote } from "../../../ui/problem-note";
import { StageBadge } from "../../../ui/stage-badge";
import { useVerticalName } from "../../../ui/vertical-name";
import { RowSkeleton } from "../row-skeleton";
import { boardQuery } from "../studio/queries";
import { RankingTabs } from "../tabs";
import { type Figures, figuresOf, riskLine } from "./figures";
import classes from "./overview.module.css";

const stagesQuery = {
  queryKey: ["stages", "overview"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get("/stages/board", Board, { query: { limit: 1 }, signal }),
};

const progressQuery = {
  queryKey: ["assignments", "overview"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get("/assignments/progress", Progress, { query: { limit: 1 }, signal }),
};

/** The pipeline in five seconds: how far it is, how good, how much of it is at risk, who is behind. */
export function OverviewView({ team }: { team: string }) {
  const { t } = useTranslation("overview");
  const stages = useQuery(stagesQuery);
  const board = useQuery({ ...boardQuery("team"), select: figuresOf });
  const progress = useQuery(progressQuery);
  const error = stages.error ?? board.error ?? progress.error;
  const retry = () => {
    for (const one of [stages, board, progress]) if (one.error) void one.refetch();
  };
  return (
    <>
      <PageHead title={t("title")} />
      <RankingTabs team={team} />
      {error && <ProblemNote error={error} onRetry={retry} />}
      {!error && !(stages.data && board.data && progress.data) && <RowSkeleton />}
      {stages.data && board.data && progress.data && (
        <div className={classes.page}>
          <Heads figures={board.data} columns={stages.data.columns} />
          <Funnel team={team} columns={stages.data.columns} />
          <Verticals figures={board.data} />
          <Reviewers team={team} reviewers={progress.data.reviewers} />
        </div>
      )}
    </>
  );
}

function Heads({ figures, columns }: { figures: Figures; columns: Board["columns"] }) {
  const { t } = useTranslation("overview");
  const { scored, meanTotal, atRisk } = figures;
  const all = columns.reduce((sum, { count }) => sum + count, 0);
  return (
    <dl className={classes.heads}>
      <Head name={t("candidates")}>{whole(all)}</Head>
      <Head name={t("scored")}>{whole(scored)}</Head>
      <Head name={t("meanTotal")}>{meanTotal === null ? "–" : oneDecimal(meanTotal)}</Head>
      <Head name={t("atRisk", { riskLine })}>
        {scored === 0 ? "–" : percent(atRisk / scored)}
        {scored > 0 && <small> {t("ofScored", { count: atRisk, scored })}</small>}
      </Head>
    </dl>
  );
}

const Head = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface BarProps {
  share: number;
  label: ReactNode;
  children: ReactNode;
}

function Bar({ share, label, children }: BarProps) {
  return (
    <li className={classes.bar}>
      <span className={classes.label}>{label}</span>
      <span className={classes.room} aria-hidden="true">
        <span style={{ "--share": `${100 * share}%` } as CSSProperties} />
      </span>
      <span className={classes.figure}>{children}</span>
    </li>
  );
}

function Funnel({ team, columns }: { team: string; columns: Board["columns"] }) {
  const { t } = useTranslation("overview");
  const most = Math.max(1, ...columns.map(({ count }) => count));
  return (
    <section>
      <h2>{t("funnel")}</h2>
      <ul>
        {columns.map(({ stage, count, meanTotal }) => (
          <Bar
            key={stage}
            share={count / most}
            label={
              <Link to="/t/$team/candidates" params={{ team }} search={{ stage }}>
                <StageBadge stage={stage} />
              </Link>
            }
          >
            {whole(count)}
            {meanTotal !== null && <small> {t("mean", { total: oneDecimal(meanTotal) })}</small>}
          </Bar>
        ))}
      </ul>
    </section>
  );
}

const shown = 12;

function Verticals({ figures }: { figures: Figures }) {
  const { t } = useTranslation("overview");
  const nameOf = useVerticalName();
  return (
    <section>
      <h2>{t("verticals")}</h2>
      {figures.verticals.length === 0 && <p className={classes.dim}>{t("nothingScored")}</p>}
      <ul>
        {figures.verticals.slice(0, shown).map(({ vertical, count, meanTotal }) => (
          <Bar
            key={vertical ?? ""}
            share={meanTotal / 100}
            label={vertical === null ? t("noVertical") : nameOf(vertical)}
          >
            {oneDecimal(meanTotal)} <small>{t("of", { count })}</small>
          </Bar>
        ))}
      </ul>
    </section>
  );
}

function Reviewers({ team, reviewers }: { team: string; reviewers: Progress["reviewers"] }) {
  const { t } = useTranslation("overview");
  const busy = reviewers.filter(({ assigned }) => assigned > 0);
  return (
    <section>
      <h2>
        <Link to="/t/$team/progress" params={{ team }}>
          {t("progress")}
        </Link>
      </h2>
      {busy.length === 0 && <p className={classes.dim}>{t("nothingAssigned")}</p>}
      <ul>
        {busy.map(({ member, assigned, signed, overdue }) => (
          <Bar key={member.id} share={signed / assigned} label={member.name}>
            {t("signedOf", { signed, assigned })}
            {overdue > 0 && (
              <small className={classes.late}> {t("overdue", { count: overdue })}</small>
            )}
          </Bar>
        ))}
      </ul>
    </section>
  );
}
