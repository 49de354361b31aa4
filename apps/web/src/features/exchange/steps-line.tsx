import type { Import } from "@highwater/shared/exchange/contract";
import { useTranslation } from "react-i18next";
import { isBusy } from "./queries";
import { type Step, stepsOf } from "./steps";
import classes from "./wizard.module.css";

interface StepsLineProps {
  one: Import;
  at: Step;
  onStep: (step: "file" | "columns") => void;
}

export function StepsLine({ one, at, onStep }: StepsLineProps) {
  const { t } = useTranslation("exchange");
  const free = at !== "done" && !isBusy(one);
  return (
    <ol className={classes.steps} aria-label={t("steps.label")}>
      {stepsOf(one).map((step, index, steps) => {
        const earlier = index < steps.indexOf(at);
        const words = (
          <>
            <span className={classes.number}>{index + 1}</span> {t(`steps.${step}`)}
          </>
        );
        return (
          <li
            key={step}
            aria-current={step === at ? "step" : undefined}
            data-earlier={earlier || undefined}
          >
            {free && earlier && (step === "file" || step === "columns") ? (
              <button type="button" onClick={() => onStep(step)}>
                {words}
              </button>
            ) : (
              <span>{words}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
