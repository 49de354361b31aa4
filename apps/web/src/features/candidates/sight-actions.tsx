import type { Candidate } from "@highwater/shared/candidates/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import { mayReview } from "@highwater/shared/reviews/policy";
import { atLeast } from "@highwater/shared/team/policy";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../ui/link";
import classes from "./reviews-panel.module.css";
import { SightDialog } from "./sight-dialog";
import type { Viewer } from "./viewer";

interface SightActionsProps {
  candidate: Candidate;
  reviews: CandidateReviews;
  viewer: Viewer;
}

/** The deeds that change what one sees; none can be undone, so each asks first. */
export function SightActions({ candidate, reviews, viewer }: SightActionsProps) {
  const { t } = useTranslation("candidates");
  const [asking, setAsking] = useState<"open" | "reveal" | "recusal" | null>(null);
  const { sight, mayOpen, mayReveal } = reviews;
  const recused = sight === "recused";
  const may = {
    reveal: mayReveal,
    open: mayOpen && reviews.signed > 0,
    recusal: !recused && atLeast(viewer.role, "reviewer"),
  };
  const deeds = (["reveal", "open", "recusal"] as const).filter((deed) => may[deed]);
  const toReview = sight === "hidden" && mayReview(viewer, candidate, recused);
  if (deeds.length === 0 && !toReview) return null;
  return (
    <div className={classes.actions}>
      {toReview && (
        <LinkButton
          to="/t/$team/c/$id/review"
          params={{ team: viewer.team, id: candidate.id }}
          variant="default"
        >
          {t(`dossier.review.${reviews.mine}`)}
        </LinkButton>
      )}
      {deeds.map((deed) => (
        <Button key={deed} variant="default" onClick={() => setAsking(deed)}>
          {t(`sight.${deed}.button`)}
        </Button>
      ))}
      {asking && (
        <SightDialog
          candidateId={candidate.id}
          deed={asking}
          signed={reviews.signed}
          needed={reviews.needed}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
