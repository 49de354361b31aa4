import { allow, Problem } from "@highwater/shared/kernel/problem";
import { MyReview, type RecusalInput } from "@highwater/shared/reviews/contract";
import { mayOpen, problemsOfSigning } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { closeReReviews } from "../tide/tasks.source.js";
import { countSignature, uncountReview } from "./counting.js";
import { openDisagreements } from "./disagreeing.service.js";
import { insistOnReviewing, lockOwnReview, ownReview, ownWords } from "./drafts.service.js";
import { RevealsService } from "./reveals.service.js";
import { myReviewView } from "./review.view.js";
import { sightFacts } from "./reviews.source.js";
import { SightService, sightOf } from "./sight.service.js";

/** The deeds by which reviews come to count, and to be seen. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
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
      const unsigned = view.status === "signed" ? undefined : review.versions[0];
      const draft =
        unsigned ?? (review.imported ? await ownWords(tx, actor, review, rubric.id) : undefined);
      if (!draft)
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
      const changed = await countSignature(tx, actor.teamId, candidateId, review.id, draft.id);
      await tx.setAside.deleteMany({ where: { candidateId, memberId: actor.memberId } });
      await closeReReviews(tx, actor.memberId, candidateId, at);
      const first = view.status === "draft" || review.imported;
      const revealed = await this.reveals.one(tx, actor, candidateId);
      const apart =
        revealed.length > 0 ? [] : await openDisagreements(tx, actor, candidateId, changed);
      const signed = found(await ownReview(tx, actor.memberId, candidateId), "review");
      return filed(
        found(myReviewView(signed), "review"),
        first
          ? { verb: "reviews.signed", candidateId }
          : { verb: "reviews.amended", candidateId, audience: "sighted" },
        ...revealed,
        ...apart,
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
      return filed(
        null,
        { verb: "reviews.recused", candidateId },
        ...(await this.reveals.one(tx, actor, candidateId)),
      );
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
    await this.journal.write(actor, async (tx) => {
      const [first, ...apart] = await this.reveals.byHand(tx, actor, candidateId);
      return filed(null, first, ...apart);
    });
    return this.sight.reviewsOf(actor, candidateId);
  }
}
