import type { Voted } from "@highwater/shared/stages/contract";
import type { ReadDb } from "../../platform/team-scope.js";
import { namesOf } from "../stages/decisions.source.js";

/** The votes as they are kept: whoever has recused themselves since has none. */
export async function votesOn(db: ReadDb, itemId: string): Promise<Voted[]> {
  const rows = await db.vote.findMany({
    where: { itemId },
    orderBy: [{ at: "asc" }, { memberId: "asc" }],
    include: {
      item: { select: { candidate: { select: { recusals: { select: { memberId: true } } } } } },
    },
  });
  const recused = new Set(
    rows.flatMap(({ item }) => item.candidate.recusals.map(({ memberId }) => memberId)),
  );
  const names = await namesOf(
    db,
    rows.map(({ memberId }) => memberId),
  );
  return rows
    .filter(({ memberId }) => !recused.has(memberId))
    .map(({ memberId, outcome, reason }) => ({
      ...{ memberId, outcome, reason },
      name: names.get(memberId) ?? "",
    }));
}
