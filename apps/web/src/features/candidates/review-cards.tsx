import type { SignedReview } from "@highwater/shared/reviews/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { Citations } from "../../ui/citations";
import { useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import { TimeAgo } from "../../ui/time-ago";
import { Prose } from "./prose";
import classes from "./review-cards.module.css";

interface ReviewCardsProps {
  reviews: SignedReview[];
  criteria: Criterion[];
}

/** Every review that this viewer may see, with its reasons. */
export function ReviewCards({ reviews, criteria }: ReviewCardsProps) {
  return (
    <ul className={classes.cards}>
      {reviews.map((review) => (
        <li key={review.reviewer.id} className={classes.card}>
          <Head review={review} />
          {review.summary && <Prose text={review.summary} />}
          <details className={classes.reasons}>
            <Reasons review={review} criteria={criteria} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Head({ review }: { review: SignedReview }) {
  const { t } = useTranslation("candidates");
  const { reviewer, mine, notBlind, imported, version, rubricVersion, signedAt } = review;
  return (
    <div className={classes.head}>
      <strong>{reviewer.name}</strong>
      {mine && <span className={classes.chip}>{t("scores.you")}</span>}
      {reviewer.sample && !imported && <span className={classes.chip}>{t("scores.sample")}</span>}
      {imported && (
        <span className={classes.chip} title={t("scores.importedWhy")}>
          {t("scores.imported")}
        </span>
      )}
      {notBlind && (
        <span className={classes.chip} title={t("scores.notBlindWhy")}>
          {t("scores.notBlind")}
        </span>
      )}
      <span className={classes.dim}>
        {version > 1 && `${t("scores.version", { version })} · `}
        {t("scores.rubric", { version: rubricVersion })} · <TimeAgo at={signedAt} />
      </span>
    </div>
  );
}

function Reasons({ review, criteria }: { review: SignedReview; criteria: Criterion[] }) {
  const { t } = useTranslation("candidates");
  const localized = useLocalized();
  return (
    <>
      <summary>{t("scores.reasons")}</summary>
      <dl className={classes.list}>
        {criteria.map(({ key, short, inverted }) => {
          const score = review.scores[key];
          return (
            <div key={key} className={classes.item}>
              <dt>
                {localized(short)}
                <ScoreCell name={localized(short)} value={score?.score} inverted={inverted} />
              </dt>
              <dd>
                {score?.reason ? (
                  <Prose text={score.reason} />
                ) : (
                  <span className={classes.dim}>–</span>
                )}
                <Citations citations={score?.citations} />
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
