import type { DuplicateChoice, Import } from "@highwater/shared/exchange/contract";
import { Alert, Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { Brings } from "./brings";
import { Counts } from "./counts";
import { useCommit } from "./deeds";
import { Duplicates } from "./duplicates";
import { rowsQuery } from "./queries";
import { ReadyRows } from "./ready-rows";
import { RowErrors } from "./row-errors";
import { useDecision } from "./use-decision";
import classes from "./wizard.module.css";

interface CheckStepProps {
  one: Import;
  onBack: () => void;
}

/** What would happen, row by row where it matters; then one button that says it. */
export function CheckStep({ one, onBack }: CheckStepProps) {
  if (one.state === "cancelled" || one.state === "failed")
    return <Stopped one={one} onBack={onBack} />;
  return <Checked one={one} onBack={onBack} />;
}

function Checked({ one, onBack }: CheckStepProps) {
  const { t } = useTranslation("exchange");
  const { id, report } = one;
  const [forAll, setForAll] = useState<DuplicateChoice>(one.duplicates);
  const commit = useCommit(id);
  const doubles = useInfiniteQuery({
    ...rowsQuery(id, "duplicate", 200),
    enabled: (report?.duplicates ?? 0) > 0,
  });
  const decision = useDecision(one, forAll);
  if (!report) return null;
  return (
    <section className={classes.step} aria-labelledby="step-title">
      <h2 id="step-title">{t("check.title")}</h2>
      <Counts
        label={t("check.counts")}
        figures={[
          [t("check.rows"), report.rows],
          [t("check.ready"), report.ready],
          [t("check.duplicates"), report.duplicates],
          [t("check.errors"), report.errors],
        ]}
      />
      <Brings brings={report.brings} done={false} />
      {report.duplicates > 0 && (
        <Duplicates one={one} rows={doubles} forAll={forAll} onForAll={setForAll} />
      )}
      {report.errors > 0 && <RowErrors one={one} />}
      {report.ready > 0 && <ReadyRows one={one} />}
      <ProblemNote error={commit.error} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          <BackWords one={one} />
        </Button>
        {decision === null ? (
          <p className={classes.dim}>{t("check.nothingReady")}</p>
        ) : (
          <Button
            h="auto"
            mih={30}
            styles={{ label: { whiteSpace: "normal" } }}
            loading={commit.isPending}
            onClick={() => commit.mutate(forAll)}
          >
            {decision}
          </Button>
        )}
      </div>
    </section>
  );
}

function BackWords({ one }: { one: Import }) {
  const { t } = useTranslation("exchange");
  const hasColumns = one.shape.columns.length > 0;
  return hasColumns ? t("check.again") : t("back", { step: t("steps.file") });
}

function Stopped({ one, onBack }: CheckStepProps) {
  const { t } = useTranslation("exchange");
  const { state, problem } = one;
  const failed = state === "failed";
  return (
    <section className={classes.step} aria-labelledby="step-title">
      <h2 id="step-title">{t(failed ? "check.failedTitle" : "check.cancelledTitle")}</h2>
      {failed ? (
        <Alert
          role="alert"
          color="red"
          variant="light"
          title={problem && <Where problem={problem} />}
        >
          {problem?.detail} {t("check.failed")}
        </Alert>
      ) : (
        <p>{t("check.cancelled")}</p>
      )}
      <div className={classes.foot}>
        <Button onClick={onBack}>
          <BackWords one={one} />
        </Button>
      </div>
    </section>
  );
}

function Where({ problem }: { problem: NonNullable<Import["problem"]> }) {
  const { t } = useTranslation("exchange");
  const { row, column } = problem;
  if (row === null) return null;
  return column === null ? t("check.failedAt", { row }) : t("check.failedIn", { row, column });
}
