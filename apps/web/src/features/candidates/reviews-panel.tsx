import type { Candidate } from "@highwater/shared/candidates/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import { sees } from "@highwater/shared/reviews/policy";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { reviewsQuery, rubricQuery } from "./queries";
import { ReviewCards } from "./review-cards";
import classes from "./reviews-panel.module.css";
import { SightActions } from "./sight-actions";
import { SightNote } from "./sight-note";
import { TeamScores } from "./team-scores";
import type { Viewer } from "./viewer";

interface ReviewsPanelProps {
  candidate: Candidate;
  viewer: Viewer;
}

/** The scores, as far as this viewer may see them; else the lock, its reason and the ways past it. */
export function ReviewsPanel({ candidate, viewer }: ReviewsPanelProps) {
  const { t } = useTranslation("candidates");
  const reviews = useQuery(reviewsQuery(candidate.id));
  const rubric = useQuery(rubricQuery());
  const error = reviews.error ?? rubric.error;
  const retry = () => {
    void reviews.refetch();
    void rubric.refetch();
  };
  return (
    <section aria-labelledby="scores" className={classes.panel}>
      <h2 id="scores" className={classes.title}>
        {t("scores.title")}
      </h2>
      {error && <ProblemNote error={error} onRetry={retry} />}
      {!error && !(reviews.data && rubric.data) && <Skeleton height={180} />}
      {reviews.data && rubric.data && (
        <>
          <SightNote reviews={reviews.data} />
          <Visible reviews={reviews.data} criteria={rubric.data.criteria} />
          <SightActions candidate={candidate} reviews={reviews.data} viewer={viewer} />
        </>
      )}
    </section>
  );
}

function Visible({ reviews, criteria }: { reviews: CandidateReviews; criteria: Criterion[] }) {
  const { t } = useTranslation("candidates");
  if (!sees(reviews.sight)) return null;
  return (
    <>
      {reviews.reviews.length === 0 ? (
        <p className={classes.dim}>{t("scores.none")}</p>
      ) : (
        <>
          <TeamScores reviews={reviews} criteria={criteria} />
          <ReviewCards reviews={reviews.reviews} criteria={criteria} />
        </>
      )}
      {reviews.abstentions.map(({ member, reason }) => (
        <p key={member.id} className={classes.dim}>
          {t("scores.abstained", { name: member.name })} <UserText>{reason}</UserText>
        </p>
      ))}
    </>
  );
}
