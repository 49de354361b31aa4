import type { Rubric } from "@highwater/shared/rubrics/contract";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { UserText, useLocalized } from "../../../ui/localized";
import { ScoreCell } from "../../../ui/score-cell";
import classes from "./compare.module.css";
import { markOf, type Side } from "./sides";

interface WhoProps {
  sides: Side[];
  criteria: Rubric["criteria"];
}

/** Criterion by criterion: each reviewer's score and words, candidate beside candidate. */
export function WhoSaid({ sides, criteria }: WhoProps) {
  const { t } = useTranslation("compare");
  const localized = useLocalized();
  return (
    <section className={classes.said}>
      <h2>{t("who")}</h2>
      {criteria.map((criterion, at) => (
        <details key={criterion.key} open={at === 0}>
          <summary>
            {localized(criterion.name)}
            {criterion.inverted && " ▽"}
          </summary>
          <div className={classes.columns} style={{ "--sides": sides.length } as CSSProperties}>
            {sides.map((side, index) => (
              <Voices key={side.id} side={side} at={index} criterion={criterion} />
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}

function Voices({
  side,
  at,
  criterion,
}: {
  side: Side;
  at: number;
  criterion: Rubric["criteria"][number];
}) {
  const { t } = useTranslation("compare");
  const localized = useLocalized();
  const { reviews } = side;
  const name = localized(criterion.short);
  return (
    <div className={classes.voices}>
      <h3>
        <span className={classes.mark} data-side={at}>
          {markOf(at)}
        </span>
        <UserText>{side.candidate?.name ?? "…"}</UserText>
      </h3>
      {reviews && reviews.reviews.length === 0 && (
        <p className={classes.dim}>
          {t(reviews.sight === "hidden" || reviews.sight === "recused" ? reviews.sight : "nobody", {
            count: reviews.signed,
          })}
        </p>
      )}
      <ul>
        {reviews?.reviews.map((review) => {
          const score = review.scores[criterion.key];
          return (
            <li key={review.reviewer.id}>
              <ScoreCell name={name} value={score?.score} inverted={criterion.inverted} />
              <span>
                <strong>{review.mine ? t("you") : review.reviewer.name}</strong>
                {score?.reason && (
                  <span className={classes.reason}>
                    <UserText>{score.reason}</UserText>
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
