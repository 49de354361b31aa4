import type { Verb } from "@highwater/shared/activity/verbs";
import {
  Comment,
  type CommentInput,
  type CommentPatch,
  type Comments,
} from "@highwater/shared/discussion/contract";
import { mentionsIn } from "@highwater/shared/discussion/mentions";
import { mayComment, mayEdit, mayResolve } from "@highwater/shared/discussion/policy";
import { allow, invalid, Problem } from "@highwater/shared/kernel/problem";
import { sees } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { type Entry, filed, Journal } from "../../platform/journal.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { CitingService } from "../evidence/citing.service.js";
import { SightService } from "../reviews/sight.service.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { type CommentRow, commentView, namesIn, whole } from "./comment.view.js";

/** What members say to each other. Comments follow the reviews: who doesn't see those has never heard of these. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly candidates: CandidatesService,
    private readonly citing: CitingService,
    private readonly sight: SightService,
  ) {}

  list(actor: Actor, candidateId: string): Promise<Comments> {
    return this.db.read(actor, async (db) => {
      const sight = await this.sight.sightOn(db, actor, candidateId);
      if (!sees(sight)) return { sight, mayComment: false, items: [] };
      const rows = await db.comment.findMany({
        where: { candidateId },
        include: whole,
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      const shown = rows.filter((row) => row.removedAt === null || isAnswered(row, rows));
      const names = await namesIn(db, shown);
      return {
        sight,
        mayComment: mayComment(actor, sight),
        items: shown.map((row) => commentView(row, names, actor)),
      };
    });
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, async (db) => this.shown(db, actor, await this.seen(db, actor, id)));
  }

  versions(actor: Actor, id: string) {
    return this.db.read(actor, async (db) => {
      const row = await this.seen(db, actor, id);
      if (row.removedAt) throw gone();
      const before = await db.commentVersion.findMany({
        where: { commentId: id },
        orderBy: { number: "asc" },
      });
      const now = { text: row.text, at: row.editedAt ?? row.createdAt };
      return { items: [...before, now].map(({ text, at }) => ({ text, at: at.toISOString() })) };
    });
  }

  add(actor: Actor, candidateId: string, input: CommentInput) {
    return this.journal.write(actor, async (tx) => {
      await this.candidates.lock(tx, actor, candidateId);
      await this.insistOnSight(tx, actor, candidateId);
      const place = await placeOf(tx, candidateId, input);
      const mentions = await mentionedIn(tx, input.text);
      const cited = { pointer: "#/citations", standing: [] };
      await this.citing.insist(tx, candidateId, input.citations, cited);
      const { teamId, memberId } = actor;
      const { text, citations } = input;
      const row = await tx.comment.create({
        data: { teamId, memberId, candidateId, ...place, text, mentions, citations },
        include: whole,
      });
      return filed(await this.shown(tx, actor, row), {
        ...heard("discussion.commented", row),
        notify: await this.told(tx, candidateId, mentions),
      });
    });
  }

  edit(actor: Actor, id: string, patch: CommentPatch, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      const row = await this.locked(tx, actor, id);
      insistOnOwn(actor, row);
      insistOnMatch(match, Comment, await this.shown(tx, actor, row));
      const { text = row.text } = patch;
      const mentions = await mentionedIn(tx, text, row.mentions);
      const citations = patch.citations ?? commentView(row, new Map(), actor).citations;
      const standing = commentView(row, new Map(), actor).citations;
      const cited = { pointer: "#/citations", standing };
      await this.citing.insist(tx, row.candidateId, citations, cited);
      if (text !== row.text) await keepVersion(tx, actor, row);
      const edited = await tx.comment.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: { text, mentions, citations, ...(text === row.text ? {} : { editedAt: new Date() }) },
        include: whole,
      });
      const fresh = mentions.filter((one) => !row.mentions.includes(one));
      return filed(await this.shown(tx, actor, edited), {
        ...heard("discussion.edited", row),
        notify: await this.told(tx, row.candidateId, fresh),
      });
    });
  }

  remove(actor: Actor, id: string) {
    return this.journal.write(actor, async (tx) => {
      const row = await this.locked(tx, actor, id);
      insistOnOwn(actor, row);
      await tx.comment.updateMany({ where: { id }, data: { removedAt: new Date() } });
      return filed(null, heard("discussion.removed", row));
    });
  }

  /** A resolved thread is folded away, and can be opened again. */
  resolve(actor: Actor, id: string, resolved: boolean) {
    return this.journal.write(actor, async (tx) => {
      const row = await this.locked(tx, actor, id);
      if (row.parentId !== null)
        throw new Problem("conflict", "Resolve the comment that the thread begins with.", {
          code: "discussion.resolve_first",
        });
      allow(
        mayResolve(actor, row, row.candidate.ownerId),
        "Who began the thread, the candidate's owner or an admin resolves it.",
        "discussion.resolve",
      );
      const now = resolved ? (row.resolvedAt ?? new Date()) : null;
      const by = resolved ? (row.resolvedById ?? actor.memberId) : null;
      const done = await tx.comment.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: { resolvedAt: now, resolvedById: by },
        include: whole,
      });
      return filed(
        await this.shown(tx, actor, done),
        heard(resolved ? "discussion.resolved" : "discussion.unresolved", row),
      );
    });
  }

  private async shown(db: Pick<ReadDb, "member">, actor: Actor, row: CommentRow) {
    return commentView(row, await namesIn(db, [row]), actor);
  }

  /** The one gate to every comment. */
  private async insistOnSight(db: ReadDb | Tx, actor: Actor, candidateId: string) {
    const sight = await this.sight.sightOn(db as ReadDb, actor, candidateId);
    allow(
      sees(sight),
      "Comments follow the reviews, which you don't see yet.",
      sight === "recused" ? "reviews.recused" : "discussion.hidden",
    );
  }

  /** A comment that the viewer doesn't see is answered for like one that isn't there. */
  private async seen(db: ReadDb, actor: Actor, id: string): Promise<CommentRow> {
    const row = found(await db.comment.findFirst({ where: { id }, include: whole }), "comment");
    const sight = await this.sight.sightOn(db, actor, row.candidateId);
    return found(sees(sight) ? row : null, "comment");
  }

  /** Those who change a candidate's comments take turns on it. */
  private async locked(tx: Tx, actor: Actor, id: string): Promise<CommentRow> {
    const { candidateId } = await this.seen(tx, actor, id);
    await this.candidates.lock(tx, actor, candidateId);
    const row = await this.seen(tx, actor, id);
    if (row.removedAt) throw gone();
    return row;
  }

  /** Whoever doesn't see the reviews is not told; and the writer isn't told who that is. */
  private async told(tx: Tx, candidateId: string, mentioned: readonly string[]) {
    const members = await this.sight.seersAmong(tx, candidateId, mentioned);
    return [{ kind: "mentioned" as const, members }];
  }
}

const gone = () =>
  new Problem("missing", "Its author has removed this comment.", { code: "discussion.removed" });

const isAnswered = (row: CommentRow, rows: readonly CommentRow[]) =>
  rows.some((one) => one.parentId === row.id && one.removedAt === null);

/** Only those may hear of it who see the reviews, for ever: a recused member never. */
const heard = (verb: Verb, { id, candidateId, parentId, criterion }: CommentRow): Entry => ({
  verb,
  candidateId,
  subjectId: id,
  audience: "sighted",
  after: { criterion, answer: parentId !== null },
});

function insistOnOwn(actor: Actor, row: CommentRow) {
  allow(mayEdit(actor, row), "Only its author may change a comment.", "discussion.own");
}

const keepVersion = async (tx: Tx, { teamId }: Actor, row: CommentRow) =>
  tx.commentVersion.create({
    data: {
      teamId,
      commentId: row.id,
      number: 1 + (await tx.commentVersion.count({ where: { commentId: row.id } })),
      text: row.text,
      at: row.editedAt ?? row.createdAt,
    },
  });

/** An answer belongs to the first comment of its thread, and stands where that stands. */
async function placeOf(tx: Tx, candidateId: string, { parentId, criterion }: CommentInput) {
  if (parentId !== null) {
    const parent = await tx.comment.findFirst({ where: { id: parentId, candidateId } });
    if (!parent || parent.removedAt)
      throw invalid(
        "#/parentId",
        "discussion.parent",
        "There is no such comment on this candidate (any more) to answer.",
      );
    return { parentId: parent.parentId ?? parent.id, criterion: parent.criterion };
  }
  const { criteria } = await activeRubric(tx);
  if (criterion !== null && !criteria.some(({ key }) => key === criterion))
    throw invalid(
      "#/criterion",
      "reviews.unknown_criterion",
      `The rubric has no such criterion. It has: ${criteria.map(({ key }) => key).join(", ")}.`,
    );
  return { parentId: null, criterion };
}

/** Whom the text names. Somebody who has left the team meanwhile stays named. */
async function mentionedIn(tx: Tx, text: string, before: readonly string[] = []) {
  const mentions = mentionsIn(text);
  const asked = mentions.filter(({ memberId }) => isUuid(memberId)).map((one) => one.memberId);
  const members = await tx.member.findMany({ where: { id: { in: asked } }, select: { id: true } });
  const known = new Set([...before, ...members.map(({ id }) => id)]);
  const nobody = mentions.find(({ memberId }) => !known.has(memberId));
  if (nobody)
    throw invalid(
      "#/text",
      "discussion.mention_unknown",
      `“${nobody.name}” is nobody of this team: choose a member, or write the name without @[ ].`,
    );
  return mentions.map(({ memberId }) => memberId);
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
