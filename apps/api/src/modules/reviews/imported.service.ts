import { randomUUID } from "node:crypto";
import type { Scores } from "@highwater/shared/reviews/contract";
import { Injectable } from "@nestjs/common";
import type { Prisma } from "../../generated/prisma/client.js";
import type { Tx } from "../../platform/team-scope.js";
import { type Published, publishedRubrics } from "../rubrics/rubrics.service.js";
import { countImported } from "./counting.js";
import { type Held, lockReviewed, reviewsAmong } from "./imported.source.js";
import { renumber } from "./joining.source.js";

interface ImportedVersion {
  /** Null takes the next number, and the rubric in force. */
  number: number | null;
  rubricVersion: number | null;
  summary: string | null;
  scores: Scores;
  signedAt: Date;
}
export interface ImportedReview {
  candidateId: string;
  memberId: string;
  notBlind: boolean;
  signedAt: Date;
  /** The latest is the last. */
  versions: ImportedVersion[];
}

/** Beyond every number in use, until all are numbered anew. */
const apart = 100_000;

/**
 * Reviews that somebody brings along in the name of members: marked imported, counted, and no key to anybody's
 * sight. What a member has signed here, or stepped back from, is left as it is.
 */
@Injectable()
export class ImportedReviewsService {
  /** The ids of the versions that went in, review by review. */
  async bring(tx: Tx, teamId: string, reviews: readonly ImportedReview[]): Promise<string[][]> {
    const ids = [...new Set(reviews.map(({ candidateId }) => candidateId))];
    if (ids.length === 0) return [];
    await lockReviewed(tx, teamId, ids);
    const held = new Map((await reviewsAmong(tx, ids)).map((review) => [keyOf(review), review]));
    const recusals = await tx.recusal.findMany({ where: { candidateId: { in: ids } } });
    const recused = new Set(recusals.map(keyOf));
    const rubrics = await publishedRubrics(tx);
    const rows: Rows = { reviews: [], versions: [], scores: [], again: [] };
    const brought = reviews.map((review) => {
      const key = keyOf(review);
      return recused.has(key) ? [] : take(rows, rubrics, teamId, review, held.get(key));
    });
    await write(tx, teamId, rows);
    await countImported(tx, teamId, ids);
    return brought;
  }

  /** Takes those versions back that nobody has signed over since; answers whose candidates keep them. */
  async takeBack(tx: Tx, teamId: string, versionIds: readonly string[]): Promise<string[]> {
    const where = { versions: { some: { id: { in: [...versionIds] } } } };
    const touched = await tx.review.findMany({ where, select: { candidateId: true } });
    const ids = [...new Set(touched.map(({ candidateId }) => candidateId))];
    if (ids.length === 0) return [];
    await lockReviewed(tx, teamId, ids);
    const brought = new Set(versionIds);
    const kept = new Set<string>();
    for (const { id, candidateId, imported, versions } of await reviewsAmong(tx, ids)) {
      if (!versions.some((version) => brought.has(version.id))) continue;
      if (!imported) {
        kept.add(candidateId);
        continue;
      }
      const left = versions.filter((version) => !brought.has(version.id));
      await tx.reviewVersion.deleteMany({ where: { reviewId: id, id: { in: [...versionIds] } } });
      if (left.length === 0) await tx.review.deleteMany({ where: { id } });
      else {
        const signedAt = left.find((version) => version.signedAt !== null)?.signedAt ?? null;
        await tx.review.updateMany({
          where: { id },
          data: { signedAt, imported: signedAt !== null },
        });
        await renumber(tx, teamId, [id]);
      }
    }
    await countImported(tx, teamId, ids);
    return [...kept];
  }
}

const keyOf = ({ candidateId, memberId }: { candidateId: string; memberId: string }) =>
  `${candidateId} ${memberId}`;

const sameWords = (version: ImportedVersion, held: Held["versions"][number]) =>
  version.summary === held.summary &&
  held.scores.length === Object.keys(version.scores).length &&
  held.scores.every(({ revision, value, reason }) => {
    const given = version.scores[revision.key];
    return given !== undefined && given.score === value && given.reason === reason;
  });

type Rows = {
  reviews: Prisma.ReviewCreateManyInput[];
  versions: Prisma.ReviewVersionCreateManyInput[];
  scores: Prisma.ScoreCreateManyInput[];
  again: { id: string; signedAt: Date; notBlind: boolean }[];
};

/** Adds what a review says to what is written, unless it stands here already or is its member's own by now. */
function take(
  rows: Rows,
  rubrics: readonly Published[],
  teamId: string,
  review: ImportedReview,
  held?: Held,
) {
  if (held && (held.withdrawnAt !== null || (held.signedAt !== null && !held.imported))) return [];
  const signed = held?.versions.filter(({ signedAt }) => signedAt !== null) ?? [];
  const latest = signed.at(-1);
  const versions = latest ? review.versions.slice(-1) : review.versions;
  const [last] = versions.slice(-1);
  if (!last || (latest && sameWords(last, latest))) return [];
  const { candidateId, memberId, notBlind, signedAt } = review;
  const reviewId = held?.id ?? randomUUID();
  if (held) rows.again.push({ id: reviewId, signedAt: held.signedAt ?? signedAt, notBlind });
  else
    rows.reviews.push({
      teamId,
      id: reviewId,
      candidateId,
      memberId,
      notBlind,
      signedAt,
      imported: true,
    });
  return versions.map(({ number, rubricVersion, summary, scores, signedAt: at }, place) => {
    const id = randomUUID();
    const rubric = rubrics.find(({ version }) => version === rubricVersion) ?? rubrics[0];
    if (!rubric) throw new Error("a team without a rubric");
    rows.versions.push({
      ...{ teamId, id, reviewId, summary, rubricId: rubric.id, savedAt: at, signedAt: at },
      number: held ? apart + place : (number ?? place + 1),
    });
    for (const [key, { score, reason, citations = [] }] of Object.entries(scores)) {
      const revisionId = rubric.revisions.get(key);
      if (revisionId !== undefined)
        rows.scores.push({ teamId, versionId: id, revisionId, value: score, reason, citations });
    }
    return id;
  });
}

async function write(tx: Tx, teamId: string, { reviews, versions, scores, again }: Rows) {
  await tx.review.createMany({ data: reviews });
  for (const { id, ...data } of again)
    await tx.review.updateMany({ where: { id }, data: { ...data, imported: true } });
  await tx.reviewVersion.createMany({ data: versions });
  await tx.score.createMany({ data: scores });
  if (again.length > 0)
    await renumber(
      tx,
      teamId,
      again.map(({ id }) => id),
    );
}
