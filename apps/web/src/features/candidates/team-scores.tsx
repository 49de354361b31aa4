import type { CandidateReviews, SignedReview, TeamScore } from "@highwater/shared/reviews/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { oneDecimal, twoDecimals } from "../../lib/numbers";
import { useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import { Histogram } from "./histogram";
import classes from "./team-scores.module.css";

interface TeamScoresProps {
  reviews: CandidateReviews;
  criteria: Criterion[];
}

/** One row a criterion: the team score, how far it is agreed upon, and each reviewer's own score. */
export function TeamScores({ reviews, criteria }: TeamScoresProps) {
  const { t } = useTranslation("candidates");
  const single = reviews.reviews.length === 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <section className={classes.scroll} aria-label={t("scores.table")} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>
          {single ? t("scores.single") : t("scores.caption", { count: reviews.reviews.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("scores.criterion")}</th>
            {!single && <th scope="col">{t("scores.mean")}</th>}
            {!single && <th scope="col">{t("scores.median")}</th>}
            {!single && <th scope="col">{t("scores.spread")}</th>}
            {!single && <th scope="col">{t("scores.counts")}</th>}
            {reviews.reviews.map((review) => (
              <th key={review.reviewer.id} scope="col" className={classes.reviewer}>
                {review.mine ? t("scores.you") : review.reviewer.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <Row
              key={criterion.key}
              criterion={criterion}
              score={reviews.teamScores?.[criterion.key]}
              reviews={reviews.reviews}
              single={single}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  criterion: Criterion;
  score: TeamScore | undefined;
  reviews: SignedReview[];
  single: boolean;
}

function Row({ criterion, score, reviews, single }: RowProps) {
  const localized = useLocalized();
  const { t } = useTranslation("candidates");
  const name = localized(criterion.short);
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {localized(criterion.name)}
        {criterion.inverted && <small className={classes.risk}>{t("scores.lowerIsBetter")}</small>}
      </th>
      {!single && <Consensus name={name} score={score} inverted={criterion.inverted} />}
      {reviews.map((review) => (
        <td key={review.reviewer.id} className={classes.cell}>
          <ScoreCell
            name={`${name}, ${review.reviewer.name}`}
            value={review.scores[criterion.key]?.score}
            inverted={criterion.inverted}
          />
        </td>
      ))}
    </tr>
  );
}

interface ConsensusProps {
  name: string;
  score: TeamScore | undefined;
  inverted: boolean;
}

function Consensus({ name, score, inverted }: ConsensusProps) {
  const { t } = useTranslation("candidates");
  if (!score)
    return (
      <td colSpan={4} className={classes.none}>
        {t("scores.unscored")}
      </td>
    );
  const alone = score.n === 1;
  return (
    <>
      <td className={classes.cell}>
        <span className={classes.mean}>
          <ScoreCell name={name} value={score.mean} inverted={inverted} />
          <span className={classes.exact}>{twoDecimals(score.mean)}</span>
        </span>
      </td>
      {alone ? (
        <td colSpan={2} className={classes.none}>
          {t("scores.oneReview")}
        </td>
      ) : (
        <>
          <td className={classes.number}>
            {Number.isInteger(score.median) ? score.median : oneDecimal(score.median)}
          </td>
          <td className={classes.number} data-split={score.spread >= 3 || undefined}>
            {score.spread >= 3 && (
              <span role="img" aria-label={t("scores.split")} title={t("scores.split")}>
                ⇄
              </span>
            )}
            {score.spread}
          </td>
        </>
      )}
      <td className={classes.cell}>
        <Histogram counts={score.counts} inverted={inverted} />
      </td>
    </>
  );
}
