import { type Counts, teamScore } from "@highwater/shared/reviews/consensus";
import type { CandidateReviews, QueueQuery, TeamScore } from "@highwater/shared/reviews/contract";
import { mayOpen, mayReveal, sees, sight } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { Live } from "../../platform/live.js";
import { memberName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { scoresView, signedReviewView } from "./review.view.js";
import { queueOf } from "./reviews.queries.js";
import {
  countsOfCandidate,
  seersOf,
  sightFacts,
  signedCount,
  signedHistory,
  signedReviews,
  signedReviewsAmong,
} from "./reviews.source.js";

type Viewer = Pick<Actor, "teamId" | "memberId">;

/** What a member sees of others' reviews: the blind rule, read. */
@Injectable()
export class SightService {
  constructor(
    private readonly db: Db,
    live: Live,
  ) {
    live.seenBy((teamId, id) => this.db.read({ teamId }, (db) => seersOf(db, id)));
  }

  queue(actor: Actor, query: QueueQuery) {
    return this.db.read(actor, (db) => queueOf(db, actor, query));
  }

  reviewsOf(actor: Actor, candidateId: string): Promise<CandidateReviews> {
    return this.db.read(actor, async (db) => {
      const facts = found(await sightFacts(db, actor, candidateId), "candidate");
      const seen = sightOf(facts);
      const team = found(await db.team.findFirst(), "team");
      const signed = await signedCount(db, candidateId);
      const own = facts.reviews[0];
      return {
        sight: seen,
        signed,
        needed: team.minReviews,
        mine: mineOf(own),
        mayOpen: mayOpen({ sight: seen, teamAllows: team.openWithoutReviewing }),
        mayReveal: mayReveal(actor) && facts.revealedAt === null && signed > 0,
        ...(await this.visible(db, actor, candidateId, seen)),
      };
    });
  }

  /** What a portfolio file says of these candidates' reviews. */
  async forFile(db: ReadDb, viewer: Viewer, candidateIds: string[], whole: boolean) {
    return (await signedReviewsAmong(db, viewer, candidateIds, whole)).flatMap(fileReview);
  }

  /** The team scores that this member may see, or null. */
  async teamScores(db: ReadDb, candidateId: string): Promise<Record<string, TeamScore | null>> {
    const { criteria } = await activeRubric(db);
    const rows = new Map((await countsOfCandidate(db, candidateId)).map((r) => [r.revisionId, r]));
    return Object.fromEntries(
      criteria.map(({ key, revisionId }) => {
        const row = rows.get(revisionId);
        const counts = row ? ([row.n0, row.n1, row.n2, row.n3, row.n4, row.n5] as Counts) : null;
        return [key, counts ? teamScore(counts) : null];
      }),
    );
  }

  /** Of a revealed candidate: what everybody marks, and what they had marked by then. Not for the recused. */
  async marksOf(db: ReadDb, candidateId: string, since: Date) {
    return (await signedHistory(db, candidateId)).flatMap(({ member, versions }) => {
      const [latest] = versions;
      if (!latest?.signedAt) return [];
      const then = versions.find(({ signedAt }) => signedAt !== null && signedAt <= since);
      return [
        {
          member: { id: member.id, name: memberName(member) },
          marked: digitsOf(latest),
          before: then ? digitsOf(then) : null,
          at: latest.signedAt.toISOString(),
          summary: latest.summary,
        },
      ];
    });
  }

  private async visible(
    db: ReadDb,
    actor: Actor,
    candidateId: string,
    seen: CandidateReviews["sight"],
  ) {
    if (seen === "recused") return { reviews: [], teamScores: null };
    const rows = await signedReviews(db, actor, candidateId, sees(seen) ? "all" : "own");
    const reviews = rows.flatMap((row) => signedReviewView(row, actor.memberId));
    if (!sees(seen)) return { reviews, teamScores: null };
    const scores = Object.entries(await this.teamScores(db, candidateId));
    return {
      reviews,
      teamScores: Object.fromEntries(
        scores.flatMap(([key, score]) => (score ? [[key, score]] : [])),
      ),
    };
  }
}

function fileReview(row: Awaited<ReturnType<typeof signedReviewsAmong>>[number]) {
  const [latest] = row.versions;
  if (!row.signedAt || !latest?.signedAt) return [];
  const said = {
    version: latest.number,
    rubricVersion: latest.rubric.version,
    summary: latest.summary,
    scores: scoresView(latest.scores),
    notBlind: row.notBlind,
    firstSignedAt: row.signedAt.toISOString(),
    signedAt: latest.signedAt.toISOString(),
  };
  return [{ candidateId: row.candidateId, memberId: row.memberId, said }];
}

const digitsOf = ({
  scores,
}: Awaited<ReturnType<typeof signedHistory>>[number]["versions"][number]) =>
  Object.fromEntries(scores.map(({ revision, value }) => [revision.key, value]));

type Facts = NonNullable<Awaited<ReturnType<typeof sightFacts>>>;

export const sightOf = (facts: Facts): CandidateReviews["sight"] =>
  sight({
    recused: facts.recusals.length > 0,
    revealed: facts.revealedAt !== null,
    signed: facts.reviews.some(({ signedAt, imported }) => signedAt !== null && !imported),
    opened: facts.openings.length > 0,
  });

function mineOf(own: Facts["reviews"][number] | undefined): CandidateReviews["mine"] {
  if (!own) return "none";
  if (own.signedAt === null) return "draft";
  return own.versions.length > 0 ? "amending" : "signed";
}
