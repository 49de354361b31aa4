import { disagreementFrom } from "@highwater/shared/discussion/policy";
import { type Counts, teamScore } from "@highwater/shared/reviews/consensus";
import type { Actor } from "@highwater/shared/team/contract";
import type { Entry } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
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
  const entries: Entry[] = [];
  for (const { key } of apart) {
    const where = { candidateId, criterion: key };
    const standing = await tx.disagreement.findFirst({ where });
    if (standing && standing.settledAt === null) continue;
    if (standing)
      await tx.disagreement.updateMany({ where, data: { settledAt: null, settledById: null } });
    else await tx.disagreement.create({ data: { teamId, ...where } });
    entries.push({
      verb: "discussion.disagreed",
      candidateId,
      audience: "sighted",
      after: { criterion: key },
    });
  }
  return entries;
}
