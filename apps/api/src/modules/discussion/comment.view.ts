import type { Comment } from "@highwater/shared/discussion/contract";
import { mentionsIn } from "@highwater/shared/discussion/mentions";
import { mayEdit, mayResolve } from "@highwater/shared/discussion/policy";
import { SourceCitations } from "@highwater/shared/evidence/citing";
import type { Actor } from "@highwater/shared/team/contract";
import type { Prisma } from "../../generated/prisma/client.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";

export const whole = {
  member: withName,
  candidate: { select: { ownerId: true } },
} as const satisfies Prisma.CommentInclude;
export type CommentRow = Prisma.CommentGetPayload<{ include: typeof whole }>;

export type Names = ReadonlyMap<string, string>;

/** Whom comments name, beside their authors. */
export async function namesIn(
  db: Pick<ReadDb, "member">,
  rows: readonly CommentRow[],
): Promise<Names> {
  const ids = rows.flatMap(({ mentions, resolvedById }) => [
    ...mentions,
    ...(resolvedById ? [resolvedById] : []),
  ]);
  if (ids.length === 0) return new Map();
  const members = await db.member.findMany({ where: { id: { in: ids } }, ...withName });
  return new Map(members.map((member) => [member.id, memberName(member)]));
}

const named = (names: Names, id: string) => ({ id, name: names.get(id) ?? "?" });

/** Of a removed comment only its place is left. */
export function commentView(row: CommentRow, names: Names, viewer: Actor): Comment {
  const { id, candidateId, criterion, parentId, member, resolvedAt, resolvedById } = row;
  const removed = row.removedAt !== null;
  const meant = new Set(mentionsIn(row.text).map(({ memberId }) => memberId));
  return {
    ...{ id, candidateId, criterion, parentId, removed },
    by: { id: member.id, name: memberName(member) },
    text: removed ? "" : row.text,
    mentions: removed
      ? []
      : row.mentions.filter((one) => meant.has(one)).map((one) => named(names, one)),
    citations: removed ? [] : SourceCitations.parse(row.citations),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedBy: resolvedById === null ? null : named(names, resolvedById),
    may: {
      edit: mayEdit(viewer, row),
      remove: mayEdit(viewer, row),
      resolve: mayResolve(viewer, row, row.candidate.ownerId),
    },
  };
}
