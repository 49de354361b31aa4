import type { Tx } from "../../platform/team-scope.js";
import { seersOf } from "../reviews/reviews.source.js";

interface Pair {
  from: string;
  into: string;
}
interface Moved {
  comments: string[];
  champions: string[];
}

/**
 * Comments and champions go along, once it is known who sees the candidate that stays. Where somebody would come to
 * see comments that were kept from them, they stay behind.
 */
export async function moveTalk(
  tx: Tx,
  { from, into }: Pair,
  saw: ReadonlySet<string>,
): Promise<Moved> {
  const sees = await seersOf(tx, into);
  const all = [...sees].every((id) => saw.has(id));
  const comments = all ? await tx.comment.findMany({ where: { candidateId: from } }) : [];
  await tx.comment.updateMany({
    where: { id: { in: comments.map(({ id }) => id) } },
    data: { candidateId: into },
  });
  const held = await tx.champion.findMany({ where: { candidateId: into } });
  const backed = held.map(({ memberId }) => memberId);
  const where = { candidateId: from, memberId: { notIn: backed } };
  const champions = (await tx.champion.findMany({ where })).map(({ memberId }) => memberId);
  await tx.champion.updateMany({ where, data: { candidateId: into } });
  return { comments: comments.map(({ id }) => id), champions };
}

/** What has been answered since goes back with what it answers. */
export async function moveTalkBack(tx: Tx, { from, into }: Pair, { comments, champions }: Moved) {
  await tx.comment.updateMany({
    where: {
      candidateId: into,
      OR: [{ id: { in: comments } }, { parentId: { in: comments } }],
    },
    data: { candidateId: from },
  });
  await tx.champion.updateMany({
    where: { candidateId: into, memberId: { in: champions } },
    data: { candidateId: from },
  });
}
