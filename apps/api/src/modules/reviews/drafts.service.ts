import { allow, invalid, Problem } from "@highwater/shared/kernel/problem";
import { MyReview, type ReviewInput } from "@highwater/shared/reviews/contract";
import { mayReview } from "@highwater/shared/reviews/policy";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { Journal, unrecorded } from "../../platform/journal.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { CitingService } from "../evidence/citing.service.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { myReviewView } from "./review.view.js";
import { sightFacts } from "./reviews.source.js";

const versions = {
  orderBy: { number: "desc" },
  include: { rubric: { select: { version: true } }, scores: { include: { revision: true } } },
} as const;

/** The member's own review row with its versions, newest first. */
export const ownReview = (db: Pick<ReadDb, "review">, memberId: string, candidateId: string) =>
  db.review.findFirst({
    where: { candidateId, memberId, withdrawnAt: null },
    include: { versions },
  });

/** Saving and signing take turns, so that nothing is written into a version that was just signed. */
export async function lockOwnReview(tx: Tx, actor: Actor, candidateId: string) {
  await tx.$queryRaw`
    select 1 from "Review" where "teamId" = ${actor.teamId}::uuid
       and "candidateId" = ${candidateId}::uuid and "memberId" = ${actor.memberId}::uuid for update`;
}

/** Refuses whoever may not review this candidate; to the recused and to strangers it looks alike. */
export async function insistOnReviewing(db: ReadDb, actor: Actor, candidateId: string) {
  const facts = found(await sightFacts(db, actor, candidateId), "candidate");
  allowReviewing(actor, { ...facts, recused: facts.recusals.length > 0 });
  return facts;
}

export function allowReviewing(
  actor: Actor,
  facts: Parameters<typeof mayReview>[1] & { recused: boolean },
) {
  const { recused } = facts;
  allow(!recused, "You have recused yourself from this candidate.", "reviews.recused");
  allow(
    mayReview(actor, facts, recused),
    "This candidate can't be reviewed now.",
    "reviews.closed",
  );
}

/** One's own unsigned words. They leave no activity and no event. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly citing: CitingService,
  ) {}

  mine(actor: Actor, candidateId: string) {
    return this.db.read(actor, async (db) => {
      const review = await ownReview(db, actor.memberId, candidateId);
      return found(review && myReviewView(review), "review");
    });
  }

  save(actor: Actor, candidateId: string, input: ReviewInput, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      await insistOnReviewing(tx, actor, candidateId);
      const rubric = await activeRubric(tx);
      insistOnKnownCriteria(input, rubric);
      await this.insistOnCitations(tx, actor, candidateId, input);
      const review = await this.reviewFor(tx, actor, candidateId, match);
      const draft = await draftOf(tx, actor, review, rubric);
      await tx.reviewVersion.update({
        where: { teamId_id: { teamId: actor.teamId, id: draft.id } },
        data: { summary: input.summary, rubricId: rubric.id, savedAt: new Date() },
      });
      await tx.score.deleteMany({ where: { versionId: draft.id } });
      await tx.score.createMany({ data: scoreRows(actor, draft.id, input, rubric) });
      const saved = await ownReview(tx, actor.memberId, candidateId);
      return unrecorded(found(saved && myReviewView(saved), "review"));
    });
  }

  discard(actor: Actor, candidateId: string) {
    return this.journal.write(actor, async (tx) => {
      const review = found(await ownReview(tx, actor.memberId, candidateId), "review");
      await tx.reviewVersion.deleteMany({ where: { reviewId: review.id, signedAt: null } });
      if (review.signedAt === null) await tx.review.deleteMany({ where: { id: review.id } });
      return unrecorded(null);
    });
  }

  /** Whoever leaves the team takes their unsigned words along; what they signed stays. */
  async discardAll(tx: Tx, memberId: string) {
    await tx.reviewVersion.deleteMany({ where: { signedAt: null, review: { memberId } } });
    await tx.review.deleteMany({ where: { memberId, signedAt: null } });
  }

  /** What was cited before stays cited, though it has been removed or changed since. */
  private async insistOnCitations(tx: Tx, actor: Actor, candidateId: string, input: ReviewInput) {
    const own = await ownReview(tx, actor.memberId, candidateId);
    const standing = own && myReviewView(own);
    for (const [key, { citations = [] }] of Object.entries(input.scores))
      await this.citing.insist(tx, candidateId, citations, {
        pointer: `#/scores/${key}/citations`,
        standing: standing?.scores[key]?.citations ?? [],
      });
  }

  /** The first PUT makes the review; every later one must start from what is there. */
  private async reviewFor(tx: Tx, actor: Actor, candidateId: string, match: string | undefined) {
    await lockOwnReview(tx, actor, candidateId);
    const current = await ownReview(tx, actor.memberId, candidateId);
    const view = current && myReviewView(current);
    if (current && view) {
      insistOnMatch(match, MyReview, view);
      return current;
    }
    if (match !== undefined)
      throw new Problem("stale", "The draft that you are editing is gone. Save it anew.", {
        current: null,
      });
    return tx.review.create({
      data: { teamId: actor.teamId, candidateId, memberId: actor.memberId },
      include: { versions },
    });
  }
}

function insistOnKnownCriteria(input: ReviewInput, { criteria }: Rubric) {
  const known = new Set(criteria.map(({ key }) => key));
  const stranger = Object.keys(input.scores).find((key) => !known.has(key));
  if (stranger !== undefined)
    throw invalid(
      `#/scores/${stranger}`,
      "reviews.unknown_criterion",
      `The rubric has no such criterion. It has: ${[...known].join(", ")}.`,
    );
}

/** What an import brought is signed as it is: its member's own version, with the same words. */
export async function ownWords(
  tx: Tx,
  { teamId }: Actor,
  { reviewId, rubricId, latest }: { reviewId: string; rubricId: string; latest: Imported },
) {
  const { number, summary, scores } = latest;
  const draft = await tx.reviewVersion.create({
    data: { teamId, reviewId, number: number + 1, rubricId, summary },
  });
  await tx.score.createMany({
    data: scores.map(({ revisionId, value, reason }) => ({
      ...{ teamId, versionId: draft.id, revisionId, value, reason },
    })),
  });
  return draft;
}

type Imported = Pick<OwnReview["versions"][number], "number" | "summary"> & {
  scores: { revisionId: string; value: number | null; reason: string | null }[];
};

type OwnReview = NonNullable<Awaited<ReturnType<typeof ownReview>>>;

async function draftOf(tx: Tx, actor: Actor, review: OwnReview, rubric: Rubric) {
  const [latest] = review.versions;
  if (latest && latest.signedAt === null) return latest;
  return tx.reviewVersion.create({
    data: {
      teamId: actor.teamId,
      reviewId: review.id,
      number: (latest?.number ?? 0) + 1,
      rubricId: rubric.id,
    },
  });
}

function scoreRows(actor: Actor, versionId: string, input: ReviewInput, { criteria }: Rubric) {
  return criteria.flatMap(({ key, revisionId }) => {
    const given = input.scores[key];
    if (!given) return [];
    return [
      {
        teamId: actor.teamId,
        versionId,
        revisionId,
        value: given.score,
        reason: given.reason ?? null,
        citations: given.citations ?? [],
      },
    ];
  });
}
