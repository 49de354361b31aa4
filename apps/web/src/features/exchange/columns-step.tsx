import type { Import } from "@highwater/shared/exchange/contract";
import { isReviewTarget, reviewerTarget } from "@highwater/shared/exchange/scores";
import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { ColumnRow } from "./column-row";
import { useCheck } from "./deeds";
import { startingMapping, storeDraft } from "./draft";
import { useTargetGroups } from "./target-groups";
import { conflicts } from "./targets";
import classes from "./wizard.module.css";

interface ColumnsStepProps {
  one: Import;
  /** May bring reviews in the name of members. */
  speaksForOthers: boolean;
  onBack: () => void;
  onCheck: () => void;
}

/** A score is somebody's, and who reviews gives scores. */
const reviewsHalf = (mapping: readonly string[]) =>
  mapping.some(isReviewTarget) &&
  !(mapping.includes(reviewerTarget) && mapping.some((one) => one.startsWith("score:")));

export function ColumnsStep({ one, speaksForOthers, onBack, onCheck }: ColumnsStepProps) {
  const { t } = useTranslation("exchange");
  const { id, shape } = one;
  const [mapping, setMapping] = useState(() => startingMapping(one));
  const [tried, setTried] = useState(false);
  const groups = useTargetGroups(speaksForOthers);
  const check = useCheck(id);
  const fights = conflicts(shape.columns, mapping);
  const missing = !mapping.includes("name")
    ? t("columns.nameMissing")
    : fights.size > 0
      ? t("columns.conflictsLeft")
      : reviewsHalf(mapping)
        ? t("columns.reviewsHalf")
        : null;
  const choose = (index: number, target: string) => {
    const next = mapping.map((now, at) => (at === index ? target : now));
    setMapping(next);
    storeDraft(id, next);
  };
  const start = () => {
    setTried(true);
    if (missing === null) check.mutate({ mapping }, { onSuccess: onCheck });
  };
  return (
    <section className={classes.step} aria-labelledby="step-title">
      <h2 id="step-title">{t("columns.title")}</h2>
      <p className={classes.dim}>{t("columns.lead")}</p>
      <ul className={classes.columns}>
        {shape.columns.map((column) => {
          const target = mapping[column.index] ?? "skip";
          return (
            <ColumnRow
              key={column.index}
              column={column}
              target={target}
              groups={groups(column, target)}
              fights={fights.get(column.index)}
              onChoose={(next) => choose(column.index, next)}
            />
          );
        })}
      </ul>
      {tried && missing && (
        <Alert role="alert" color="red" variant="light">
          {missing}
        </Alert>
      )}
      <ProblemNote error={check.error} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {t("back", { step: t("steps.file") })}
        </Button>
        <Button onClick={start} loading={check.isPending}>
          {t("columns.check")}
        </Button>
      </div>
    </section>
  );
}
