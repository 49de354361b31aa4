import { Skeleton } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Navigate, useParams, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { hasStatus, isProblem } from "../lib/api-problem";
import { Empty } from "../ui/empty";
import { LinkButton } from "../ui/link";
import { usePageTitle } from "../ui/use-page-title";
import { ErrorView } from "./error-view";
import classes from "./route-views.module.css";

export function RouteNotFound() {
  const { t } = useTranslation("common");
  usePageTitle(t("error.notFoundTitle"));
  return (
    <Empty
      title={t("error.notFoundTitle")}
      action={
        <LinkButton to="/" preload={false}>
          {t("act.home")}
        </LinkButton>
      }
    >
      {t("error.notFound")}
    </Empty>
  );
}

const MergedAway = z.object({ intoId: z.string() });

/** What was merged into another leads to it. */
function Elsewhere({ id }: { id: string }) {
  const { team = "" } = useParams({ strict: false });
  return <Navigate to="/t/$team/c/$id" params={{ team, id }} replace />;
}

/** A missing thing is a page of its own; everything else can be tried again. */
export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const whereTo = isProblem(error, "merges.merged_away")
    ? MergedAway.safeParse(error.current)
    : null;
  if (whereTo?.success) return <Elsewhere id={whereTo.data.intoId} />;
  if (hasStatus(error, 404)) return <RouteNotFound />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorView error={error} onRetry={retry} />;
}

const rows = Array.from({ length: 12 }, (_, row) => row);

export function RoutePending() {
  const { t } = useTranslation("common");
  return (
    <div className={classes.pending} role="status" aria-label={t("state.loading")}>
      <Skeleton height={22} width={160} mb="md" />
      {rows.map((row) => (
        <Skeleton key={row} height={14} />
      ))}
    </div>
  );
}
