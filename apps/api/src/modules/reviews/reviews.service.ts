import { allow, Problem } from "@highwater/shared/kernel/problem";
import { addCounts } from "@highwater/shared/reviews/consensus";
import { MyReview, type RecusalInput } from "@highwater/shared/reviews/contract";
import { mayOpen, problemsOfSigning, revealsNow } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { type BriefEntry, filed, Journal } from "../../platform/journal.js";
import type { RawTx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { replacing, uncountReview } from "./counting.js";
import { isApart, openOn } from "./disagreeing.service.js";
import { allowReviewing, lockOwnReview, ownReview, ownWords } from "./drafts.service.js";
import { RevealsService } from "./reveals.service.js";
import { myReviewView } from "./review.view.js";
import type { CountChange } from "./reviews.queries.js";
import { sightFacts } from "./reviews.source.js";
import { SightService, sightOf } from "./sight.service.js";
import {
  lockForSigning,
  type SigningFacts,
  signingFacts,
  writeSignature,
} from "./signing.queries.js";

/** The deeds by which reviews come to count, and to be seen. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
    private readonly sight: SightService,
  ) {}

  async sign(actor: Actor, candidateId: string, match: string | undefined): Promise<MyReview> {
    const brief = await this.journal.brief(actor, async (tx) => {
      const asked = await askToSign(tx, actor, candidateId, match);
      if (asked.imported || completes(asked)) return null;
      const [value, ...entries] = await signed(tx, actor, candidateId, asked);
      return { value, entries };
    });
    if (brief) return brief;
    return this.journal.write(actor, async (tx) => {
      const asked = await askToSign(tx, actor, candidateId, match);
      const { imported } = asked;
      const draft =
        imported && (await ownWords(tx, actor, { ...imported, rubricId: asked.rubric.id }));
      const [view, ...entries] = await signed(tx, actor, candidateId, asked, draft);
      const revealed = completes(asked) ? await this.reveals.one(tx, actor, candidateId) : [];
      return filed(view, ...entries, ...revealed);
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

/** What is to be signed, and all that it turns on. */
interface Asked extends SigningFacts {
  review: NonNullable<SigningFacts["review"]>;
  latest: SigningFacts["versions"][number];
  view: MyReview;
  /** Words of an import that the member signs as they are: a version of their own is made of them first. */
  imported: { reviewId: string; latest: SigningFacts["versions"][number] } | undefined;
}

/** Takes the locks, and refuses what may not be signed. */
async function askToSign(
  tx: RawTx,
  actor: Actor,
  candidateId: string,
  match: string | undefined,
): Promise<Asked> {
  await lockForSigning(tx, actor, candidateId);
  const facts = found(await signingFacts(tx, actor, candidateId), "candidate");
  allowReviewing(actor, facts);
  const review = found(facts.review, "draft");
  const latest = found(facts.versions[0], "draft");
  const view = found(myReviewView({ ...review, versions: facts.versions }), "draft");
  if (match !== undefined) insistOnMatch(match, MyReview, view);
  insistOnWhole(view, facts.rubric);
  const again = view.status === "signed";
  if (again && !review.imported)
    throw new Problem("conflict", "There is nothing new to sign.", {
      code: "reviews.nothing_to_sign",
    });
  return {
    ...facts,
    ...{ review, latest, view },
    imported: again ? { reviewId: review.id, latest } : undefined,
  };
}

/** Whether this signature is the last one that the reveal waits for. */
const completes = (facts: SigningFacts): boolean =>
  facts.revealedAt === null &&
  revealsNow({ ...facts, signed: facts.signed + Number(facts.review?.signedAt === null) });

/** The signature, what it shows to its member, and what is recorded of it. */
async function signed(
  tx: RawTx,
  actor: Actor,
  candidateId: string,
  asked: Asked,
  draft: { id: string; savedAt: Date } = asked.latest,
): Promise<[MyReview, BriefEntry, ...BriefEntry[]]> {
  const { review, rubric, revealedAt, view } = asked;
  const at = new Date();
  const first = review.signedAt === null || review.imported;
  const notBlind = first ? revealedAt !== null || asked.opened : review.notBlind;
  const changes = replacing(asked.held, asked.latest.scores);
  await writeSignature(tx, actor, {
    ...{ candidateId, reviewId: review.id, versionId: draft.id, rubricId: rubric.id, at },
    ...{ signedAt: review.signedAt ?? at, notBlind, changes },
  });
  const apart = revealedAt === null ? [] : comingApart(asked, changes);
  return [
    MyReview.parse({
      ...view,
      ...{ status: "signed", version: view.version + 1, rubricVersion: rubric.version },
      ...{ notBlind, imported: false },
      ...{ savedAt: draft.savedAt.toISOString(), signedAt: at.toISOString() },
    }),
    first
      ? { verb: "reviews.signed", candidateId }
      : { verb: "reviews.amended", candidateId, audience: "sighted" },
    ...(await openOn(tx, actor.teamId, candidateId, apart)),
  ];
}

function insistOnWhole(view: MyReview, { criteria }: SigningFacts["rubric"]) {
  const errors = problemsOfSigning(
    view,
    criteria.map(({ key }) => key),
  );
  if (errors.length > 0)
    throw new Problem("invalid", "The review is not complete yet.", {
      code: "reviews.incomplete",
      errors,
    });
}

/** Criteria that are not talked over yet, and on which scores lie far apart with these changes. */
const comingApart = (facts: SigningFacts, changes: readonly CountChange[]): string[] =>
  facts.rubric.criteria
    .filter(({ key, revisionId }) => {
      const change = changes.find((one) => one.revisionId === revisionId)?.change;
      if (!change || facts.open.includes(key)) return false;
      const before = facts.counted.find((one) => one.revisionId === revisionId)?.counts;
      return isApart(before ? addCounts(before, change) : change);
    })
    .map(({ key }) => key);
