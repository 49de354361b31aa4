import { SourceCitations } from "@highwater/shared/evidence/citing";
import type {
  MyReview,
  Score,
  Scores,
  SetAside,
  SignedReview,
} from "@highwater/shared/reviews/contract";
import type { Prisma } from "../../generated/prisma/client.js";
import { memberName } from "../../platform/member-name.js";

interface VersionRow {
  number: number;
  summary: string | null;
  savedAt: Date;
  signedAt: Date | null;
  rubric: { version: number };
  scores: ScoreRow[];
}
export interface ScoreRow {
  value: number | null;
  reason: string | null;
  citations: Prisma.JsonValue;
  revision: { key: string };
}

export function scoreView({ value, reason, citations }: ScoreRow): Score {
  const cited = SourceCitations.parse(citations);
  return { score: value, reason, ...(cited.length > 0 ? { citations: cited } : {}) };
}

export const scoresView = (rows: VersionRow["scores"]): Scores =>
  Object.fromEntries(
    rows
      .map((row) => [row.revision.key, scoreView(row)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** One's own review: the unsigned changes if there are any, else what was signed last. */
export function myReviewView(review: {
  signedAt: Date | null;
  notBlind: boolean;
  imported: boolean;
  versions: VersionRow[];
}): MyReview | null {
  const [latest] = review.versions;
  if (!latest) return null;
  const signed = review.versions.filter(({ signedAt }) => signedAt !== null);
  return {
    status: signed.length === 0 ? "draft" : latest.signedAt ? "signed" : "amending",
    version: signed.length,
    summary: latest.summary,
    scores: scoresView(latest.scores),
    rubricVersion: latest.rubric.version,
    notBlind: review.notBlind,
    imported: review.imported,
    savedAt: latest.savedAt.toISOString(),
    signedAt: signed[0]?.signedAt?.toISOString() ?? null,
  };
}

export function signedReviewView(
  review: {
    notBlind: boolean;
    imported: boolean;
    member: { id: string; name: string | null; sample: boolean; user: { name: string } | null };
    versions: VersionRow[];
  },
  viewerId: string,
): SignedReview[] {
  const [latest] = review.versions;
  if (!latest?.signedAt) return [];
  const { member } = review;
  return [
    {
      reviewer: { id: member.id, name: memberName(member), sample: member.sample },
      mine: member.id === viewerId,
      version: latest.number,
      rubricVersion: latest.rubric.version,
      summary: latest.summary,
      scores: scoresView(latest.scores),
      notBlind: review.notBlind,
      imported: review.imported,
      signedAt: latest.signedAt.toISOString(),
    },
  ];
}

/** Kinds are written by the contract alone. */
export const asideView = (row: { kind: string; reason: string | null; at: Date }): SetAside => ({
  kind: row.kind === "abstain" ? "abstain" : "skip",
  reason: row.reason,
  at: row.at.toISOString(),
});
