import { useQuery } from "@tanstack/react-query";
import { Disagreements } from "../features/discussion/disagreements";
import { HistoryButton } from "../features/reviews/history-button";
import { rubricQuery } from "../features/rubrics/queries";
import { Champions } from "../features/stages/champions";
import classes from "./after-scores.module.css";

/** What scores lead to: how they came about, where they differ, and who stands against them. */
export function AfterScores({ candidateId }: { candidateId: string }) {
  const { data: rubric } = useQuery(rubricQuery());
  const criteria = rubric?.criteria ?? [];
  return (
    <div className={classes.stack}>
      <div>
        <HistoryButton candidateId={candidateId} criteria={criteria} />
      </div>
      <Champions candidateId={candidateId} />
      <Disagreements candidateId={candidateId} criteria={criteria} />
    </div>
  );
}
