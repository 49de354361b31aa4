import type { CandidatePatch } from "@highwater/shared/candidates/contract";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFactText } from "../../features/candidates/fact-text";
import { candidateQuery, reviewsQuery, trialsQuery } from "../../features/candidates/queries";
import { evidenceOfQuery, useMerge } from "../../features/merges/queries";
import { SideBySide } from "../../features/merges/side-by-side";
import { useFactName } from "../../features/merges/use-fact-name";
import { useUndo } from "../../features/merges/use-undo";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { undoToast } from "../../ui/undo-toast";

/** The candidate of the address goes into the other, unless `keep` turns it round. */
export function MergeSides({ id, other }: { id: string; other: string }) {
  const { t } = useTranslation("merges");
  const { keep = false } = useSearch({ from: "/t/$team/c/$id/merge" });
  const navigate = useNavigate({ from: "/t/$team/c/$id/merge" });
  const { team } = useTeam();
  const { data: members = [] } = useQuery(membersQuery);
  const [fromId, intoId] = keep ? [other, id] : [id, other];
  const { data: from } = useSuspenseQuery(candidateQuery(fromId));
  const { data: into } = useSuspenseQuery(candidateQuery(intoId));
  const trials = useQuery(trialsQuery(fromId));
  const evidence = useQuery(evidenceOfQuery(fromId));
  const reviews = useQuery(reviewsQuery(fromId));
  const factText = useFactText(members);
  const nameOf = useFactName();
  const merging = useMerge();
  const undo = useUndo();
  const merge = (facts: CandidatePatch) =>
    merging.mutate(
      { from: fromId, into: intoId, facts, etag: into.etag },
      {
        onSuccess: async (merge) => {
          await navigate({ to: "/t/$team/c/$id", params: { team: team.slug, id: intoId } });
          undoToast(t("merged", { from: from.data.name, into: into.data.name }), () =>
            undo(merge.id),
          );
        },
      },
    );
  return (
    <SideBySide
      key={fromId}
      from={from.data}
      into={into.data}
      along={{
        evidence: evidence.data?.items.length ?? 0,
        trials: trials.data?.items.length ?? 0,
        reviews: reviews.data?.signed ?? 0,
      }}
      nameOf={nameOf}
      textOf={factText}
      merging={merging}
      onSwap={() => void navigate({ search: { with: other, keep: !keep } })}
      onMerge={merge}
    />
  );
}
