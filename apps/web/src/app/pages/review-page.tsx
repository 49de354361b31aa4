import type { Candidate } from "@highwater/shared/candidates/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import { mayReview } from "@highwater/shared/reviews/policy";
import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import {
  useMutation,
  useQueryClient,
  useSuspenseQueries,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { candidateQuery, trialsQuery } from "../../features/candidates/queries";
import { type Closed, ClosedNote } from "../../features/reviews/closed-note";
import { Dossier } from "../../features/reviews/dossier";
import { nextInQueue } from "../../features/reviews/next-in-queue";
import { queueQuery, setAside, sightQuery } from "../../features/reviews/queries";
import { recallMode } from "../../features/reviews/queue-mode";
import { ScoringForm } from "../../features/reviews/scoring-form";
import { rubricQuery } from "../../features/rubrics/queries";
import { useTeam } from "../../features/team/use-team";
import { SourcesProvider } from "../../ui/citing";
import { LinkAnchor, LinkButton } from "../../ui/link";
import { notify } from "../../ui/notify";
import { useCandidateSources } from "../use-candidate-sources";

function closedTo(role: Role, candidate: Candidate, reviews: CandidateReviews): Closed | null {
  const recused = reviews.sight === "recused";
  if (mayReview({ role }, candidate, recused)) return null;
  if (recused) return "recused";
  if (!atLeast(role, "reviewer")) return "viewer";
  return candidate.archivedAt === null ? "decided" : "archived";
}

/** Where "next" leads, in the order of the queue; what it shows is fetched before it is asked for. */
function useNext(candidate: Candidate) {
  const { id } = candidate;
  const { team, memberId } = useTeam();
  const mode = recallMode(memberId);
  const navigate = useNavigate();
  const client = useQueryClient();
  const skipping = useMutation(setAside(client, id));
  const { data: queue } = useSuspenseQuery(queueQuery(mode));
  const next = nextInQueue(queue.items, candidate, mode === "vertical")?.id;
  useEffect(() => {
    if (!next) return;
    void client.prefetchQuery(candidateQuery(next));
    void client.prefetchQuery(trialsQuery(next));
    void client.prefetchQuery(sightQuery(next));
  }, [client, next]);
  const go = () =>
    next && void navigate({ to: "/t/$team/c/$id/review", params: { team: team.slug, id: next } });
  const skip = () => {
    skipping.mutate({ kind: "skip", reason: null }, { onError: notify.failed });
    go();
  };
  const place = { done: queue.done, all: queue.done + queue.total };
  return { hasNext: next !== undefined, go, skip, place };
}

export function ReviewPage() {
  const { id } = useParams({ from: "/t/$team/c/$id/review" });
  const { t } = useTranslation("reviews");
  const { team, role, memberId } = useTeam();
  const [tagged, trials, sight, rubric] = useSuspenseQueries({
    queries: [candidateQuery(id), trialsQuery(id), sightQuery(id), rubricQuery()],
  });
  const sources = useCandidateSources(id);
  const candidate = tagged.data.data;
  const next = useNext(candidate);
  const params = { team: team.slug, id };
  const closed = closedTo(role, candidate, sight.data);
  if (closed)
    return (
      <ClosedNote
        name={candidate.name}
        why={closed}
        link={
          <LinkButton to="/t/$team/c/$id" params={params} variant="default">
            {t("closed.dossier")}
          </LinkButton>
        }
      />
    );
  return (
    <SourcesProvider value={sources}>
      <ScoringForm
        key={id}
        rubric={rubric.data}
        candidate={candidate}
        memberId={memberId}
        sight={sight.data}
        hasNext={next.hasNext}
        onNext={next.go}
        onSkip={next.skip}
        place={next.place}
        link={
          <LinkAnchor to="/t/$team/c/$id" params={params} size="sm">
            {t("state.see")}
          </LinkAnchor>
        }
        dossier={
          <Dossier
            candidate={candidate}
            trials={trials.data.items}
            edit={
              <LinkAnchor to="/t/$team/c/$id/edit" params={params} size="sm">
                {t("facts.edit")}
              </LinkAnchor>
            }
          />
        }
      />
    </SourcesProvider>
  );
}
