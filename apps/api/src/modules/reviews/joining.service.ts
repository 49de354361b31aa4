import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { Tx } from "../../platform/team-scope.js";
import { recount, renumber } from "./joining.source.js";
import { signedCount } from "./reviews.source.js";

const When = z.coerce.date().nullable();

/** What is needed to part again what was joined. */
export const Joined = z.object({
  signed: z.int(),
  versions: z.array(z.object({ id: z.string(), from: z.string(), into: z.string() })),
  reviews: z.array(
    z.object({
      id: z.string(),
      signedAt: When,
      notBlind: z.boolean(),
      imported: z.boolean(),
      withdrawnAt: When,
    }),
  ),
  recusals: z.array(z.string()),
});
export type Joined = z.infer<typeof Joined>;

interface Pair {
  from: string;
  into: string;
}
type Side = { revealedAt: Date | null; openings: number; signed: number };

/** Reviews of two candidates that were one: their versions move, and move back. */
@Injectable()
export class JoiningService {
  async join(tx: Tx, actor: Actor, { from, into }: Pair): Promise<Joined> {
    const [giver, taker] = [await side(tx, from), await side(tx, into)];
    insistOnBlindness(giver, taker);
    const joined: Joined = { signed: giver.signed, versions: [], reviews: [], recusals: [] };
    joined.recusals = await this.recuse(tx, actor, { from, into });
    for (const review of await reviewsOf(tx, from))
      await this.take(tx, actor, review, into, joined);
    await this.withdraw(tx, into, joined);
    const touched = new Set(joined.versions.map((version) => version.into));
    await renumber(tx, actor.teamId, [...touched]);
    await recount(tx, actor.teamId, [from, into]);
    return joined;
  }

  /** What somebody has signed about the joined candidate since stays with it. */
  async part(tx: Tx, actor: Actor, { from, into }: Pair, joined: Joined, since: Date) {
    const { teamId } = actor;
    if (joined.signed > 0) await this.rememberWhoSaw(tx, actor, { from, into }, since);
    for (const version of joined.versions) await move(tx, version.id, version.from);
    await tx.recusal.deleteMany({
      where: { candidateId: into, memberId: { in: joined.recusals } },
    });
    await this.restore(tx, into, joined, since);
    const touched = new Set(joined.versions.flatMap((version) => [version.from, version.into]));
    await renumber(tx, teamId, [...touched]);
    await recount(tx, teamId, [from, into]);
    return signedCount(tx, into);
  }

  private async restore(tx: Tx, into: string, joined: Joined, since: Date) {
    const targets = new Set(joined.versions.map((version) => version.into));
    for (const review of await reviewsOf(tx, into)) {
      const { id, versions } = review;
      const before = joined.reviews.find((one) => one.id === id);
      if (!before && !targets.has(id)) continue;
      if (!before && versions.length === 0) {
        await tx.review.deleteMany({ where: { id } });
        continue;
      }
      const signed = versions
        .flatMap(({ signedAt }) => signedAt ?? [])
        .sort((a, b) => Number(a) - Number(b));
      const anew = signed.some((at) => at > since);
      await tx.review.updateMany({
        where: { id },
        data: {
          signedAt: before?.signedAt ?? signed[0] ?? null,
          withdrawnAt: before ? before.withdrawnAt : review.withdrawnAt,
          ...(before && !anew ? { notBlind: before.notBlind, imported: before.imported } : {}),
        },
      });
    }
  }

  /** Whoever is recused from one of them is recused from what they have become. */
  private async recuse(tx: Tx, { teamId }: Actor, { from, into }: Pair): Promise<string[]> {
    const held = await tx.recusal.findMany({ where: { candidateId: into } });
    const known = new Set(held.map(({ memberId }) => memberId));
    const rows = (await tx.recusal.findMany({ where: { candidateId: from } })).filter(
      ({ memberId }) => !known.has(memberId),
    );
    await tx.recusal.createMany({
      data: rows.map(({ memberId, reason }) => ({ teamId, candidateId: into, memberId, reason })),
    });
    return rows.map(({ memberId }) => memberId);
  }

  /** Signed versions go along; a draft does where its author has none and has signed nothing newer. */
  private async take(tx: Tx, { teamId }: Actor, review: Held, into: string, joined: Joined) {
    const { memberId } = review;
    const theirs = (await reviewsOf(tx, into)).find((other) => other.memberId === memberId);
    const latest = Math.max(
      0,
      ...[...review.versions, ...(theirs?.versions ?? [])].map(({ signedAt }) => Number(signedAt)),
    );
    const free = theirs?.versions.every(({ signedAt }) => signedAt !== null) ?? true;
    const versions = review.versions.filter(
      ({ signedAt, savedAt }) => signedAt !== null || (free && Number(savedAt) > latest),
    );
    if (versions.length === 0) return;
    const { signedAt, notBlind, imported, withdrawnAt } = review;
    const target =
      theirs ??
      (await tx.review.create({
        data: { teamId, candidateId: into, memberId, notBlind, imported, signedAt, withdrawnAt },
      }));
    if (theirs) {
      joined.reviews.push(flagsOf(theirs));
      await tx.review.updateMany({
        where: { id: theirs.id },
        data: {
          signedAt: earlier(theirs.signedAt, signedAt),
          notBlind: theirs.notBlind || notBlind,
          imported: bothImported(theirs, review),
        },
      });
    }
    for (const { id } of versions) {
      await move(tx, id, target.id);
      joined.versions.push({ id, from: review.id, into: target.id });
    }
  }

  private async withdraw(tx: Tx, into: string, joined: Joined) {
    for (const review of await reviewsOf(tx, into)) {
      if (!joined.recusals.includes(review.memberId) || review.withdrawnAt) continue;
      if (!joined.reviews.some(({ id }) => id === review.id)) joined.reviews.push(flagsOf(review));
      await tx.review.updateMany({ where: { id: review.id }, data: { withdrawnAt: new Date() } });
    }
  }

  /** Whoever has come to see the reviews while they were joined won't pass for blind afterwards. */
  private async rememberWhoSaw(tx: Tx, { teamId }: Actor, { from, into }: Pair, since: Date) {
    const opened = await tx.opening.findMany({ where: { candidateId: into } });
    const signed = (await reviewsOf(tx, into)).filter(({ versions }) =>
      versions.some(({ signedAt }) => signedAt && signedAt > since),
    );
    const members = new Set([...opened, ...signed].map(({ memberId }) => memberId));
    await tx.opening.createMany({
      data: [...members].map((memberId) => ({ teamId, candidateId: from, memberId })),
      skipDuplicates: true,
    });
  }
}

const reviewsOf = (tx: Tx, candidateId: string) =>
  tx.review.findMany({
    where: { candidateId },
    include: { versions: { select: { id: true, signedAt: true, savedAt: true } } },
    orderBy: { id: "asc" },
  });
type Held = Awaited<ReturnType<typeof reviewsOf>>[number];

/** Beyond every number in use, until all are numbered anew. */
const move = (tx: Tx, id: string, reviewId: string) =>
  tx.reviewVersion.updateMany({
    where: { id },
    data: { reviewId, number: { increment: 100_000 } },
  });

const flagsOf = ({ id, signedAt, notBlind, imported, withdrawnAt }: Held) => ({
  ...{ id, signedAt, notBlind, imported, withdrawnAt },
});

const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));

/** Of reviews, only what is signed says where it came from. */
const bothImported = (a: Held, b: Held) =>
  (a.imported || a.signedAt === null) &&
  (b.imported || b.signedAt === null) &&
  (a.imported || b.imported);

async function side(tx: Tx, id: string): Promise<Side> {
  const row = await tx.candidate.findFirst({ where: { id }, select: { revealedAt: true } });
  const openings = await tx.opening.count({ where: { candidateId: id } });
  return { revealedAt: row?.revealedAt ?? null, openings, signed: await signedCount(tx, id) };
}

/** Judged by how many are signed, which everybody may know, never by who signed. */
function insistOnBlindness(from: Side, into: Side) {
  const hidden = ({ revealedAt, signed }: Side) => revealedAt === null && signed > 0;
  const joins = (a: Side, b: Side) => hidden(a) && (b.signed > 0 || b.revealedAt !== null);
  if (joins(from, into) || joins(into, from))
    throw new Problem(
      "conflict",
      "One of them has hidden signed reviews, which the merge would show to others. Reveal it first.",
      { code: "merges.hidden_reviews" },
    );
  if (hidden(from) && into.openings > 0)
    throw new Problem(
      "conflict",
      "Somebody has opened the other without reviewing, and would see what is hidden. Merge the other way round, or reveal first.",
      { code: "merges.opened" },
    );
}
