import { revealsNow } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import type { Entry } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { hiddenAmong, pendingCount, type Which } from "./assigned.source.js";
import { openDisagreements } from "./disagreeing.service.js";
import { signedCount } from "./reviews.source.js";

/**
 * The automatic reveal, in the transaction of whatever completes the reviews: a signature, an abstention, a recusal,
 * an assignment taken away, a reviewer who may review no more, a smaller number of reviews that the team asks for.
 */
@Injectable()
export class RevealsService {
  constructor(private readonly candidates: CandidatesService) {}

  /** Of one whose lock is held. */
  async one(tx: Tx, actor: Actor, candidateId: string): Promise<Entry[]> {
    const candidate = found(
      await tx.candidate.findFirst({ where: { id: candidateId } }),
      "candidate",
    );
    if (candidate.revealedAt) return [];
    const { minReviews } = found(await tx.team.findFirst(), "team");
    const reviewers = await tx.member.count({
      where: {
        role: { not: "viewer" },
        suspendedAt: null,
        removedAt: null,
        ...(candidate.sample ? {} : { sample: false }),
      },
    });
    const signed = await signedCount(tx, candidateId);
    const pending = await pendingCount(tx, actor.teamId, candidateId);
    if (!revealsNow({ signed, pending, minReviews, reviewers })) return [];
    await this.candidates.reveal(tx, actor, candidateId);
    return [
      { verb: "reviews.revealed", candidateId },
      ...(await openDisagreements(tx, actor, candidateId)),
    ];
  }

  /** Of several at once: locked one after the other, in one order. */
  async among(tx: Tx, actor: Actor, which: Which): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const id of await hiddenAmong(tx, actor.teamId, which)) {
      await this.candidates.lock(tx, actor, id);
      entries.push(...(await this.one(tx, actor, id)));
    }
    return entries;
  }
}
