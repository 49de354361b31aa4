import { disagreementFrom } from "@highwater/shared/discussion/policy";
import { type Counts, teamScore } from "@highwater/shared/reviews/consensus";
import type { Actor } from "@highwater/shared/team/contract";
import type { BriefEntry, Entry } from "../../platform/journal.js";
import type { RawTx, Tx } from "../../platform/team-scope.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { openDisagreementsOn } from "./reviews.queries.js";
import { countsOfCandidate } from "./reviews.source.js";

/** Whether scores on a criterion lie so far from each other that they are to be talked over. */
export const isApart = (counts: Counts): boolean =>
  (teamScore(counts)?.spread ?? 0) >= disagreementFrom;

/**
 * A revealed candidate's criteria on which the scores lie too far apart become items of discussion. Called when it is
 * revealed, and with the revisions whose counts have changed since: what was settled before the change is open again.
 */
export async function openDisagreements(
  tx: Tx,
  { teamId }: Pick<Actor, "teamId">,
  candidateId: string,
  changed?: readonly string[],
): Promise<Entry[]> {
  const candidate = await tx.candidate.findFirst({ where: { id: candidateId } });
  if (!candidate?.revealedAt) return [];
  const counts = new Map((await countsOfCandidate(tx, candidateId)).map((r) => [r.revisionId, r]));
  const { criteria } = await activeRubric(tx);
  const apart = criteria.filter(({ revisionId }) => {
    const row = counts.get(revisionId);
    if (!row || (changed && !changed.includes(revisionId))) return false;
    return isApart([row.n0, row.n1, row.n2, row.n3, row.n4, row.n5]);
  });
  return openOn(
    tx,
    teamId,
    candidateId,
    apart.map(({ key }) => key),
  );
}

/** On these criteria: what is talked over already stays as it is. */
export async function openOn(
  tx: RawTx,
  teamId: string,
  candidateId: string,
  criteria: readonly string[],
): Promise<BriefEntry[]> {
  if (criteria.length === 0) return [];
  const opened = await openDisagreementsOn(tx, teamId, candidateId, criteria);
  return criteria
    .filter((key) => opened.includes(key))
    .map((criterion) => ({
      verb: "discussion.disagreed",
      candidateId,
      audience: "sighted",
      after: { criterion },
    }));
}
