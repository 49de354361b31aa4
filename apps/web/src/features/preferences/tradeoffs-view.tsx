import type { Text } from "@highwater/shared/kernel/contract";
import {
  type Answered,
  enoughAnswers,
  nextTradeOff,
  type Offer,
  weightsFrom,
} from "@highwater/shared/preferences/tradeoffs";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LabHead } from "../../ui/lab-head";
import { useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { Choice } from "./choice";
import { GroupTable } from "./group-table";
import classes from "./preferences.module.css";
import { criteriaQuery } from "./queries";
import { useAnswers } from "./use-answers";
import { WeightsCard } from "./weights-card";

/** No more than the contract keeps. */
const mostAnswers = 40;

/** Weights by choices between two: some levels more of this, or of that, all else equal. */
export function TradeOffsView({ team }: { team: string }) {
  const { t } = useTranslation("lab");
  const criteria = useQuery(criteriaQuery());
  const { answers, error, refetch, change } = useAnswers("trade-offs");
  const problem = error ?? criteria.error;
  const retry = () => void Promise.all([refetch(), criteria.refetch()]);
  return (
    <>
      <LabHead experiment="trade-offs" team={team} />
      {problem && <ProblemNote error={problem} onRetry={retry} />}
      {criteria.data && answers && (
        <div className={classes.page}>
          <p className={classes.note} role="status">
            {t("tradeOffs.progress", { count: answers.length, enough: enoughAnswers })}
          </p>
          <Question criteria={criteria.data} answers={answers} onChange={change} />
          {answers.length >= enoughAnswers && (
            <>
              <WeightsCard
                team={team}
                criteria={criteria.data}
                {...weightsFrom(
                  criteria.data.map(({ key }) => key),
                  answers,
                )}
              />
              <GroupTable criteria={criteria.data} />
            </>
          )}
        </div>
      )}
    </>
  );
}

interface QuestionProps {
  criteria: readonly { key: string; name: Text; inverted: boolean }[];
  answers: readonly Answered[];
  onChange: (answers: Answered[]) => void;
}

function Question({ criteria, answers, onChange }: QuestionProps) {
  const { t } = useTranslation("lab");
  const text = useLocalized();
  const asked = nextTradeOff(
    criteria.map(({ key }) => key),
    answers,
  );
  if (!asked || answers.length >= mostAnswers) return null;
  const words = ({ criterion, steps }: Offer) => {
    const found = criteria.find(({ key }) => key === criterion);
    const name = found ? text(found.name) : criterion;
    return t(found?.inverted ? "tradeOffs.lower" : "tradeOffs.higher", { count: steps, name });
  };
  return (
    <Choice
      question={t("tradeOffs.question")}
      first={words(asked.first)}
      second={words(asked.second)}
      onChoose={(choice) => onChange([...answers, { ...asked, choice }])}
      onUndo={answers.length > 0 ? () => onChange(answers.slice(0, -1)) : undefined}
    />
  );
}
