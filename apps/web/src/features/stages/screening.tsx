import type { Candidate } from "@highwater/shared/candidates/contract";
import { Button, Progress, Skeleton, VisuallyHidden } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";
import { PageHead } from "../../ui/page-head";
import { ProblemNote } from "../../ui/problem-note";
import { decided } from "./pile";
import classes from "./screening.module.css";
import { ScreeningPace } from "./screening-pace";
import { ScreeningSummary } from "./screening-summary";
import type { ScreenSearch } from "./search";
import { useScreening } from "./use-screening";
import { useVerdictKeys } from "./use-verdict-keys";
import { VerdictBar } from "./verdict-bar";

interface ScreeningProps {
  team: string;
  memberId: string;
  search: ScreenSearch;
  /** What is known of a candidate, as one reads it before a verdict. */
  card: (candidate: Candidate) => ReactNode;
  onLeave: () => void;
}

/** One candidate a screen, one key a verdict: a stage move that all see, never a score. */
export function Screening({ team, memberId, search, card, onLeave }: ScreeningProps) {
  const { t } = useTranslation(["screening", "stages"]);
  const { store, sitting } = useScreening(team, memberId, search);
  const reason = useRef<HTMLInputElement>(null);
  useVerdictKeys(store, reason, onLeave);
  const { pile, candidates, total, error } = sitting;
  const [id] = pile.queue;
  const current = id === undefined ? undefined : candidates.get(id);
  const over = id === undefined && !pile.more;
  return (
    <div className={classes.page}>
      <PageHead
        title={t("screening:title", { stage: t(`stages:${search.stage ?? "inbox"}`) })}
        aside={!over && <ScreeningPace sitting={sitting} />}
      >
        <Button
          variant="default"
          className={classes.touch}
          disabled={pile.history.length === 0}
          leftSection={<IconArrowBackUp {...icon} />}
          rightSection={<Kbd keys="U" />}
          aria-keyshortcuts="U"
          onClick={store.undo}
        >
          {t("screening:undo")}
        </Button>
        <Button
          variant="default"
          className={classes.touch}
          rightSection={<Kbd keys="Esc" />}
          onClick={onLeave}
        >
          {t("screening:leave")}
        </Button>
      </PageHead>
      <Progress
        aria-label={t("screening:progress")}
        className={classes.progress}
        value={total > 0 ? (100 * decided(pile)) / total : 0}
        size="xs"
      />
      <ProblemNote error={error} onRetry={store.retry} />
      {over && <ScreeningSummary team={team} pile={pile} search={search} />}
      {!over && !current && !error && <Waiting />}
      {current && (
        <>
          <VisuallyHidden role="status">{current.name}</VisuallyHidden>
          <div className={classes.card}>{card(current)}</div>
          <VerdictBar candidate={current} store={store} sitting={sitting} reason={reason} />
        </>
      )}
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation("common");
  return (
    <div className={classes.card} role="status" aria-label={t("state.loading")}>
      <Skeleton height={24} width="40%" mb="md" />
      <Skeleton height={72} />
    </div>
  );
}
