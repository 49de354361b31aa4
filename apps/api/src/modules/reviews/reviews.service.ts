import { allow, Problem } from "@highwater/shared/kernel/problem";
import { MyReview, type RecusalInput } from "@highwater/shared/reviews/contract";
import { mayOpen, problemsOfSigning, revealsNow } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { type Entry, filed, Journal } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { countSignature, uncountReview } from "./counting.js";
import { insistOnReviewing, lockOwnReview, ownReview } from "./drafts.service.js";
import { myReviewView } from "./review.view.js";
import { sightFacts, signedCount, signersOf } from "./reviews.source.js";
import { SightService, sightOf } from "./sight.service.js";

/** The deeds by which reviews come to count, and to be seen. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly journal: Journal,
    private readonly sight: SightService,
  ) {}

  sign(actor: Actor, candidateId: string, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      await this.candidates.lock(tx, actor, candidateId);
      await lockOwnReview(tx, actor, candidateId);
      const facts = await insistOnReviewing(tx, actor, candidateId);
      const review = found(await ownReview(tx, actor.memberId, candidateId), "draft");
      const view = found(myReviewView(review), "draft");
      if (match !== undefined) insistOnMatch(match, MyReview, view);
      const rubric = await activeRubric(tx);
      const errors = problemsOfSigning(
        view,
        rubric.criteria.map(({ key }) => key),
      );
      if (errors.length > 0)
        throw new Problem("invalid", "The review is not complete yet.", {
          code: "reviews.incomplete",
          errors,
        });
      const draft = review.versions[0];
      if (view.status === "signed" || !draft)
        throw new Problem("conflict", "There is nothing new to sign.", {
          code: "reviews.nothing_to_sign",
        });
      const at = new Date();
      await tx.reviewVersion.update({
        where: { teamId_id: { teamId: actor.teamId, id: draft.id } },
        data: { signedAt: at, rubricId: rubric.id },
      });
      if (review.signedAt === null || review.imported)
        await tx.review.update({
          where: { teamId_id: { teamId: actor.teamId, id: review.id } },
          data: {
            signedAt: review.signedAt ?? at,
            imported: false,
            notBlind: facts.revealedAt !== null || facts.openings.length > 0,
          },
        });
      await countSignature(tx, actor.teamId, candidateId, review.id, draft.id);
      const first = view.status === "draft";
      const revealed = await this.revealIfComplete(tx, actor, candidateId, facts.revealedAt);
      const signed = found(await ownReview(tx, actor.memberId, candidateId), "review");
      return filed(
        found(myReviewView(signed), "review"),
        first
          ? { verb: "reviews.signed", candidateId }
          : { verb: "reviews.amended", candidateId, audience: "sighted" },
        ...revealed,
      );
    });
  }

  async recuse(actor: Actor, candidateId: string, { reason }: RecusalInput) {
    await this.journal.write(actor, async (tx) => {
      await this.candidates.lock(tx, actor, candidateId);
      const facts = found(await sightFacts(tx, actor, candidateId), "candidate");
      if (facts.recusals.length > 0)
        throw new Problem("conflict", "You have recused yourself already.", {
          code: "reviews.recused",
        });
      await lockOwnReview(tx, actor, candidateId);
      await tx.recusal.create({
        data: { teamId: actor.teamId, candidateId, memberId: actor.memberId, reason },
      });
      const review = await ownReview(tx, actor.memberId, candidateId);
      if (review) await uncountReview(tx, actor.teamId, candidateId, review.id);
      return filed(null, { verb: "reviews.recused", candidateId });
    });
    return this.sight.reviewsOf(actor, candidateId);
  }

  async open(actor: Actor, candidateId: string) {
    await this.journal.write(actor, async (tx) => {
      const facts = found(await sightFacts(tx, actor, candidateId), "candidate");
      const team = found(await tx.team.findFirst(), "team");
      allow(
        team.openWithoutReviewing,
        "This team opens reviews only to those who review.",
        "reviews.open_off",
      );
      if (!mayOpen({ sight: sightOf(facts), teamAllows: true }))
        throw new Problem("conflict", "There is nothing to open: see sight for why.", {
          code: "reviews.not_hidden",
        });
      await tx.opening.create({
        data: { teamId: actor.teamId, candidateId, memberId: actor.memberId },
      });
      return filed(null, { verb: "reviews.opened", candidateId });
    });
    return this.sight.reviewsOf(actor, candidateId);
  }

  async reveal(actor: Actor, candidateId: string) {
    await this.journal.write(actor, async (tx) =>
      filed(null, await this.uncover(tx, actor, candidateId)),
    );
    return this.sight.reviewsOf(actor, candidateId);
  }

  /** The reveal by hand, on its own or at its item of a meeting. */
  async uncover(tx: Tx, actor: Actor, candidateId: string): Promise<Entry> {
    await this.candidates.lock(tx, actor, candidateId);
    const facts = found(await sightFacts(tx, actor, candidateId), "candidate");
    if (facts.revealedAt)
      throw new Problem("conflict", "It is revealed already.", { code: "reviews.revealed" });
    const signers = await signersOf(tx, candidateId);
    if (signers.length === 0)
      throw new Problem("conflict", "No review is signed yet: there is nothing to reveal.", {
        code: "reviews.none_signed",
      });
    await this.candidates.reveal(tx, actor, candidateId);
    return revealed("reviews.revealed_early", candidateId, signers);
  }

  /** A meeting has left it: what was held back for its host happens by itself now. */
  async settle(tx: Tx, actor: Actor, candidateId: string): Promise<Entry[]> {
    await this.candidates.lock(tx, actor, candidateId);
    const facts = found(await sightFacts(tx, actor, candidateId), "candidate");
    return this.revealIfComplete(tx, actor, candidateId, facts.revealedAt);
  }

  /** The automatic reveal, in the transaction of the signature that completes the reviews. */
  private async revealIfComplete(
    tx: Tx,
    actor: Actor,
    candidateId: string,
    revealedAt: Date | null,
  ): Promise<Entry[]> {
    if (revealedAt || (await inMeeting(tx, candidateId))) return [];
    const { minReviews } = found(await tx.team.findFirst(), "team");
    const { sample } = found(
      await tx.candidate.findFirst({ where: { id: candidateId } }),
      "candidate",
    );
    const reviewers = await tx.member.count({
      where: { role: { not: "viewer" }, ...(sample ? {} : { sample: false }) },
    });
    const signed = await signedCount(tx, candidateId);
    if (!revealsNow({ signed, pending: 0, minReviews, reviewers })) return [];
    await this.candidates.reveal(tx, actor, candidateId);
    return [revealed("reviews.revealed", candidateId, await signersOf(tx, candidateId))];
  }
}

const revealed = (verb: string, candidateId: string, members: string[]): Entry => ({
  verb,
  candidateId,
  notify: [{ kind: "revealed", members }],
});

/** While a meeting has it in hand, its host reveals. */
const inMeeting = async (tx: Tx, candidateId: string): Promise<boolean> =>
  (await tx.agendaItem.count({
    where: { candidateId, openedAt: { not: null }, doneAt: null, round: { state: "live" } },
  })) > 0;
