import { Candidate } from "@highwater/shared/candidates/contract";
import { invalid, Problem } from "@highwater/shared/kernel/problem";
import type { MergeInput } from "@highwater/shared/merges/contract";
import { Stage } from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { Merge as Row } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { Joined, JoiningService } from "../reviews/joining.service.js";
import { RevealsService } from "../reviews/reveals.service.js";
import { seersOf } from "../reviews/reviews.source.js";
import { SightService } from "../reviews/sight.service.js";
import { Asked, moveAsked, moveAskedBack } from "./asked.js";
import { Disputes, moveDisputes, moveDisputesBack, scoresOf } from "./disputes.js";
import { asBefore, changed, wayBack } from "./facts.js";
import { moveReliance, moveRelianceBack } from "./leaning.js";
import { moveTalk, moveTalkBack } from "./talk.js";
import { whereTo } from "./where-to.js";

/** What went along, and what the undo needs to put it back. */
const Moved = z.object({
  evidence: z.array(z.string()),
  trials: z.array(z.string()),
  comments: z.array(z.string()).default([]),
  champions: z.array(z.string()).default([]),
  reliance: z.boolean().default(false),
  asked: Asked.prefault({}),
  disputes: Disputes.default({ moved: [], made: [], before: [] }),
  reviews: Joined,
  fromArchivedAt: z.coerce.date().nullable(),
  /** The candidate that stayed, before and after: a revealed one that comes in reveals it. */
  stage: z.tuple([Stage, Stage]),
  revealedAt: z.coerce.date().nullable(),
  kept: z.array(z.string()),
});
type Moved = z.infer<typeof Moved>;

const json = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Two candidates that were one. */
@Injectable()
export class MergesService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly candidates: CandidatesService,
    private readonly joining: JoiningService,
    private readonly reveals: RevealsService,
    private readonly sight: SightService,
  ) {}

  list(actor: Actor, candidateId: string) {
    return this.db.read(actor, async (db) => {
      await this.candidates.shown(db, candidateId);
      const rows = await db.merge.findMany({
        where: { intoId: candidateId },
        orderBy: [{ at: "desc" }, { id: "desc" }],
      });
      return { items: await Promise.all(rows.map((row) => mergeView(db, row))) };
    });
  }

  merge(actor: Actor, fromId: string, { into: intoId, facts }: MergeInput, match?: string) {
    return this.journal.write(actor, async (tx) => {
      await this.lockBoth(tx, actor, fromId, intoId);
      const [from, into] = await this.insistOnTwo(tx, fromId, intoId);
      if (match !== undefined) insistOnMatch(match, Candidate, into);
      const patch = changed(facts, into);
      await this.candidates.insistOnFacts(tx, patch, into);
      const pair = { from: fromId, into: intoId };
      const saw = await seersOf(tx, fromId);
      const scores = await scoresOf(tx, intoId);
      const reviews = await this.joining.join(tx, actor, pair);
      await this.candidates.rewrite(tx, actor, into, patch);
      const along = {
        ...(await moveAlong(tx, fromId, intoId)),
        reliance: await moveReliance(tx, fromId, intoId),
        asked: await moveAsked(tx, pair),
        stage: [into.stage, await reveal(tx, from, into)] as Moved["stage"],
        ...(await moveTalk(tx, pair, saw)),
      };
      const { disputes, entries } = await moveDisputes(tx, actor, pair, scores);
      const moved: Moved = {
        ...{ ...along, disputes, reviews, kept: [] },
        fromArchivedAt: dateOf(from.archivedAt),
        revealedAt: dateOf(into.revealedAt),
      };
      await tx.candidate.updateMany({
        where: { id: fromId, archivedAt: null },
        data: { archivedAt: new Date() },
      });
      const [before, after] = [json(asBefore(patch, into)), json(patch)];
      const row = await tx.merge.create({
        data: {
          ...{ teamId: actor.teamId, memberId: actor.memberId, fromId, intoId, before, after },
          moved: json(moved),
        },
      });
      const entry = { verb: "merges.merged" as const, subjectId: row.id };
      return filed(
        await mergeView(tx, row),
        { ...entry, candidateId: intoId, before, after },
        { ...entry, candidateId: fromId },
        ...entries,
        ...(await this.reveals.among(tx, actor, { candidateIds: [intoId] })),
      );
    });
  }

  undo(actor: Actor, id: string) {
    return this.journal.write(actor, async (tx) => {
      const { fromId, intoId } = found(await tx.merge.findFirst({ where: { id } }), "merge");
      await this.lockBoth(tx, actor, fromId, intoId);
      const row = found(await tx.merge.findFirst({ where: { id } }), "merge");
      await insistOnUndoable(tx, row);
      const moved = Moved.parse(row.moved);
      const pair = { from: fromId, into: intoId };
      const signed = await this.joining.part(tx, actor, pair, moved.reviews, row.at);
      await moveBack(tx, fromId, intoId, moved);
      if (moved.reliance) await moveRelianceBack(tx, fromId, intoId, row.at);
      await moveTalkBack(tx, pair, moved);
      await moveAskedBack(tx, actor.teamId, pair, moved.asked);
      await moveDisputesBack(tx, this.sight, pair, moved.disputes);
      await hideAgain(tx, row, moved, signed);
      const into = await this.candidates.shown(tx, intoId);
      const { patch, kept } = wayBack(row, Candidate.parse(into));
      await this.candidates.rewrite(tx, actor, Candidate.parse(into), patch);
      const undone = await tx.merge.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: { undoneAt: new Date(), moved: json({ ...moved, kept }) },
      });
      const entry = { verb: "merges.undone" as const, subjectId: id };
      return filed(
        await mergeView(tx, undone),
        { ...entry, candidateId: intoId, after: json({ ...patch, kept }) },
        { ...entry, candidateId: fromId },
        ...(await this.reveals.among(tx, actor, { candidateIds: [fromId, intoId] })),
      );
    });
  }

  /** In one order, so that two merges of the same two wait for each other. */
  private async lockBoth(tx: Tx, actor: Actor, fromId: string, intoId: string) {
    for (const id of [fromId, intoId].sort()) await this.candidates.lock(tx, actor, id);
  }

  private async insistOnTwo(tx: Tx, fromId: string, intoId: string) {
    const from = Candidate.parse(await this.candidates.shown(tx, fromId));
    if (fromId === intoId)
      throw invalid("#/into", "merges.itself", "Choose another candidate to merge it into.");
    const into = await tx.candidate.findFirst({ where: { id: intoId } });
    if (!into) throw invalid("#/into", "merges.into_missing", "There is no such candidate.");
    const gone = await whereTo(tx, fromId);
    if (gone !== null)
      throw new Problem("gone", "It was merged into another candidate: see current.intoId.", {
        code: "merges.merged_away",
        current: { intoId: gone },
      });
    if (into.archivedAt !== null || (await whereTo(tx, intoId)) !== null)
      throw invalid("#/into", "merges.into_archived", "Choose one that is not archived or merged.");
    return [from, Candidate.parse(await this.candidates.shown(tx, intoId))] as const;
  }
}

const dateOf = (at: string | null) => (at === null ? null : new Date(at));

async function moveAlong(tx: Tx, fromId: string, intoId: string) {
  const where = { candidateId: fromId };
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const evidence = ids(await tx.evidence.findMany({ where, select: { id: true } }));
  const trials = ids(await tx.trial.findMany({ where, select: { id: true } }));
  await tx.evidence.updateMany({ where, data: { candidateId: intoId } });
  await tx.trial.updateMany({ where, data: { candidateId: intoId } });
  return { evidence, trials };
}

async function moveBack(tx: Tx, fromId: string, intoId: string, moved: Moved) {
  const data = { candidateId: fromId };
  const there = (ids: string[]) => ({ candidateId: intoId, id: { in: ids } });
  await tx.evidence.updateMany({ where: there(moved.evidence), data });
  await tx.trial.updateMany({ where: there(moved.trials), data });
  await tx.candidate.updateMany({
    where: { id: fromId },
    data: { archivedAt: moved.fromArchivedAt },
  });
}

/** What is revealed stays so: whoever takes it in is revealed by it. */
async function reveal(tx: Tx, from: Candidate, into: Candidate): Promise<Stage> {
  if (from.revealedAt === null || into.revealedAt !== null) return into.stage;
  const stage = into.stage === "decided" ? "decided" : "discussion";
  await tx.candidate.updateMany({
    where: { id: into.id },
    data: { revealedAt: from.revealedAt, stage },
  });
  return stage;
}

/** Nothing that was shown is hidden: only a candidate with no signed review left is as it was. */
async function hideAgain(tx: Tx, { fromId, intoId }: Row, moved: Moved, signed: number) {
  const { revealedAt } = found(
    await tx.candidate.findFirst({ where: { id: intoId } }),
    "candidate",
  );
  if (revealedAt !== null && moved.reviews.signed > 0)
    await tx.candidate.updateMany({
      where: { id: fromId, revealedAt: null },
      data: { revealedAt },
    });
  if (moved.revealedAt !== null || signed > 0) return;
  const [before, after] = moved.stage;
  await tx.candidate.updateMany({ where: { id: intoId }, data: { revealedAt: null } });
  await tx.candidate.updateMany({
    where: { id: intoId, stage: after },
    data: { stage: before },
  });
}

async function insistOnUndoable(tx: Tx, { intoId, undoneAt }: Row) {
  if (undoneAt !== null)
    throw new Problem("conflict", "It is undone already.", { code: "merges.undone" });
  if ((await whereTo(tx, intoId)) !== null)
    throw new Problem("conflict", "What it became was merged again. Undo that merge first.", {
      code: "merges.merged_again",
    });
}

async function mergeView(db: Pick<ReadDb, "candidate" | "member">, row: Row) {
  const { evidence, trials, reviews, kept } = Moved.parse(row.moved);
  const from = await db.candidate.findFirst({ where: { id: row.fromId }, select: { name: true } });
  const by = found(
    await db.member.findFirst({ where: { id: row.memberId }, ...withName }),
    "member",
  );
  return {
    ...row,
    fromName: from?.name ?? "",
    by: { id: by.id, name: memberName(by) },
    at: row.at.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    moved: { evidence: evidence.length, trials: trials.length, reviews: reviews.signed },
    kept,
  };
}
