import { type Counts, teamScore } from "@highwater/shared/reviews/consensus";
import type { CandidateReviews, QueueQuery, TeamScore } from "@highwater/shared/reviews/contract";
import { mayOpen, mayReveal, sees, sight } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { Live } from "../../platform/live.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { asideView, scoresView, scoreView, signedReviewView } from "./review.view.js";
import { queueOf } from "./reviews.queries.js";
import {
  countedScores,
  countsAmong,
  countsOfCandidate,
  recusalsAmong,
  seenAmong,
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
        ...(await asides(db, actor, candidateId, seen)),
        mayOpen: mayOpen({ sight: seen, teamAllows: team.openWithoutReviewing }),
        mayReveal: mayReveal(actor) && facts.revealedAt === null && signed > 0,
        ...(await this.visible(db, actor, candidateId, seen)),
      };
    });
  }

  /** Why this viewer sees a candidate's reviews, and so its comments, or why not. */
  async sightOn(
    db: ReadDb,
    viewer: Viewer,
    candidateId: string,
  ): Promise<CandidateReviews["sight"]> {
    return sightOf(found(await sightFacts(db, viewer, candidateId), "candidate"));
  }

  /** Of these members, those who see a candidate's reviews. */
  async seersAmong(db: ReadDb, candidateId: string, members: readonly string[]): Promise<string[]> {
    if (members.length === 0) return [];
    const seers = await seersOf(db, candidateId);
    return members.filter((id) => seers.has(id));
  }

  /** Who gave what and why, as it counts, by criterion of the active rubric. Ask only when the viewer sees. */
  async marksOf(db: ReadDb, candidateId: string): Promise<ReadonlyMap<string, Mark[]>> {
    const { criteria } = await activeRubric(db);
    const rows = await countedScores(db, candidateId);
    return new Map(
      criteria.map(({ key, revisionId }) => [
        key,
        rows.filter((row) => row.revisionId === revisionId).map(markView),
      ]),
    );
  }

  /** How far the scores lie apart, by candidate and criterion. Ask only of those the viewer sees. */
  async spreadsAmong(db: ReadDb, candidateIds: readonly string[]) {
    const { criteria } = await activeRubric(db);
    const keys = new Map(criteria.map(({ key, revisionId }) => [revisionId, key]));
    const spreads = new Map<string, Map<string, number>>();
    for (const row of await countsAmong(db, candidateIds)) {
      const key = keys.get(row.revisionId);
      if (key === undefined) continue;
      const of = spreads.get(row.candidateId) ?? new Map<string, number>();
      spreads.set(row.candidateId, of.set(key, scoreOf(row)?.spread ?? 0));
    }
    return spreads;
  }

  /** What a portfolio file says of these candidates' reviews. */
  async forFile(db: ReadDb, viewer: Viewer, candidateIds: string[], whole: boolean) {
    return (await signedReviewsAmong(db, viewer, candidateIds, whole)).flatMap(fileReview);
  }

  /** Of whose comments a portfolio file may tell, and where they are revealed of champions and disagreements. */
  seenForFile(db: ReadDb, viewer: Viewer, candidateIds: string[], whole: boolean) {
    return whole ? new Set(candidateIds) : seenAmong(db, viewer, candidateIds);
  }

  recusalsForFile(db: ReadDb, candidateIds: string[], whole: boolean) {
    return whole ? recusalsAmong(db, candidateIds) : [];
  }

  /** The team scores that this member may see, or null. */
  async teamScores(db: ReadDb, candidateId: string): Promise<Record<string, TeamScore | null>> {
    const { criteria } = await activeRubric(db);
    const rows = new Map((await countsOfCandidate(db, candidateId)).map((r) => [r.revisionId, r]));
    return Object.fromEntries(
      criteria.map(({ key, revisionId }) => {
        const row = rows.get(revisionId);
        return [key, row ? scoreOf(row) : null];
      }),
    );
  }

  /** Of a revealed candidate: what everybody marks, and what they had marked by then. Not for the recused. */
  async marksSince(db: ReadDb, candidateId: string, since: Date) {
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

type CountRow = Awaited<ReturnType<typeof countsOfCandidate>>[number];

const scoreOf = ({ n0, n1, n2, n3, n4, n5 }: CountRow) =>
  teamScore([n0, n1, n2, n3, n4, n5] as Counts);

export type Mark = ReturnType<typeof markView>;

function markView(row: Awaited<ReturnType<typeof countedScores>>[number]) {
  const { member, notBlind } = row.version.review;
  const { score, reason, citations = [] } = scoreView(row);
  return {
    reviewer: { id: member.id, name: memberName(member), sample: member.sample },
    score: score ?? 0,
    reason,
    citations,
    notBlind,
  };
}

/** One's own, and who abstained where one sees the reviews. */
async function asides(
  db: ReadDb,
  { memberId }: Viewer,
  candidateId: string,
  seen: CandidateReviews["sight"],
) {
  const rows = await db.setAside.findMany({
    where: { candidateId },
    include: { member: withName },
    orderBy: { at: "asc" },
  });
  const own = rows.find((row) => row.memberId === memberId);
  return {
    setAside: own ? asideView(own) : null,
    abstentions: (sees(seen) ? rows : []).flatMap(({ kind, reason, at, member }) =>
      kind === "abstain" && reason !== null
        ? [{ member: { id: member.id, name: memberName(member) }, reason, at: at.toISOString() }]
        : [],
    ),
  };
}

type FileRow = Awaited<ReturnType<typeof signedReviewsAmong>>[number];

const fileVersion = ({
  number,
  rubric,
  summary,
  scores,
  signedAt,
}: FileRow["versions"][number]) => ({
  version: number,
  rubricVersion: rubric.version,
  summary,
  scores: scoresView(scores),
  signedAt: signedAt?.toISOString() ?? "",
});

function fileReview({ candidateId, memberId, signedAt, notBlind, versions }: FileRow) {
  const [latest, ...earlier] = versions.map(fileVersion);
  if (!signedAt || !latest) return [];
  const said = {
    ...latest,
    notBlind,
    firstSignedAt: signedAt.toISOString(),
    earlier: earlier.reverse(),
  };
  return [{ candidateId, memberId, said }];
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
  if (own.signedAt === null || own.imported) return "draft";
  return own.versions.length > 0 ? "amending" : "signed";
}
