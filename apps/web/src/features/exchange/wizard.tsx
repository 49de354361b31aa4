import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PageHead } from "../../ui/page-head";
import { ProblemNote } from "../../ui/problem-note";
import { CheckStep } from "./check-step";
import { ColumnsStep } from "./columns-step";
import { DoneStep, type Onward } from "./done-step";
import { FileStep } from "./file-step";
import { importQuery, isBusy } from "./queries";
import { type Step, stepOf } from "./steps";
import { StepsLine } from "./steps-line";
import { useSpread } from "./use-spread";
import classes from "./wizard.module.css";
import { Working } from "./working";

interface WizardProps {
  id: string;
  team: string;
  asked: Step | undefined;
  /** May bring reviews in the name of members. */
  speaksForOthers: boolean;
  /** Undefined lands where the import stands. */
  onStep: (step: "file" | "columns" | undefined) => void;
  onward: Onward;
}

/** From a file to candidates in four steps. Where one stands is the server's to say. */
export function ImportWizard({ id, team, asked, speaksForOthers, onStep, onward }: WizardProps) {
  const { t } = useTranslation("exchange");
  const { data: one, error, refetch } = useQuery(importQuery(id));
  useSpread(one);
  const step = one && stepOf(one, asked);
  const hasColumns = (one?.shape.columns.length ?? 0) > 0;
  return (
    <>
      <PageHead title={t("title")} aside={one?.fileName} />
      <div className={classes.wizard}>
        {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
        {!one && !error && <Skeleton height={240} />}
        {one && step && <StepsLine one={one} at={step} onStep={onStep} />}
        {one && isBusy(one) && <Working one={one} />}
        {one && !isBusy(one) && step === "file" && (
          <FileStep one={one} onNext={() => onStep("columns")} onCheck={() => onStep(undefined)} />
        )}
        {one && !isBusy(one) && step === "columns" && (
          <ColumnsStep
            key={one.shape.columns.map(({ header }) => header).join("\n")}
            one={one}
            speaksForOthers={speaksForOthers}
            onBack={() => onStep("file")}
            onCheck={() => onStep(undefined)}
          />
        )}
        {one && !isBusy(one) && step === "check" && (
          <CheckStep one={one} onBack={() => onStep(hasColumns ? "columns" : "file")} />
        )}
        {one && !isBusy(one) && step === "done" && (
          <DoneStep one={one} team={team} onward={onward} />
        )}
      </div>
    </>
  );
}
