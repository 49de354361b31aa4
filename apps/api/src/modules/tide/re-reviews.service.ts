import { allow, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import type { ReReview, ReReviewQuery, UnchangedInput } from "@highwater/shared/tide/reliance";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";

const ClosedBy = z.enum(["signature", "unchanged"]);

/** Who is asked to look again, and how they have answered. */
@Injectable()
export class ReReviewsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor, { candidateId, mine, open }: ReReviewQuery) {
    return this.db.read(actor, async (db) => {
      const rows = await db.reReview.findMany({
        where: {
          ...shownTo(actor),
          ...(candidateId !== undefined && { candidateId }),
          ...(mine && { memberId: actor.memberId }),
          ...(open && { closedAt: null }),
        },
        include: withAll,
        orderBy: [{ openedAt: "desc" }, { id: "asc" }],
      });
      return { items: rows.map((row) => reReviewView(row, actor)) };
    });
  }

  /** The score stands in the light of the release. A new signature is the other answer. */
  unchanged(actor: Actor, id: string, { reason }: UnchangedInput) {
    return this.journal.write(actor, async (tx) => {
      const task = await one(tx, actor, id);
      allow(task.memberId === actor.memberId, "Whoever is asked answers.", "tide.not_asked");
      const { count } = await tx.reReview.updateMany({
        where: { id, closedAt: null },
        data: { closedAt: new Date(), closedBy: "unchanged", reason },
      });
      if (count === 0)
        throw new Problem("conflict", "It is answered already.", { code: "tide.answered" });
      return filed(reReviewView(await one(tx, actor, id), actor), {
        verb: "tide.unchanged",
        candidateId: task.candidateId,
        audience: "sighted",
        after: { reason },
      });
    });
  }
}

const withAll = {
  candidate: { select: { id: true, name: true } },
  release: { select: { id: true, nameEn: true, nameZh: true } },
  member: withName,
} satisfies Prisma.ReReviewInclude;

/** That a candidate crosses tells of its scores: nobody who stepped back from it is told, or is still asked. */
const shownTo = ({ memberId }: Actor) => ({
  candidate: { archivedAt: null, recusals: { none: { memberId } } },
});

const one = async (db: ReadDb, actor: Actor, id: string) =>
  found(
    await db.reReview.findFirst({ where: { id, ...shownTo(actor) }, include: withAll }),
    "re-review",
  );

const reReviewView = (
  row: Prisma.ReReviewGetPayload<{ include: typeof withAll }>,
  { memberId }: Actor,
): ReReview => ({
  id: row.id,
  candidate: row.candidate,
  release: { id: row.releaseId, name: { en: row.release.nameEn, zh: row.release.nameZh } },
  member: { id: row.memberId, name: memberName(row.member) },
  mine: row.memberId === memberId,
  openedAt: row.openedAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  closedBy: ClosedBy.nullable().parse(row.closedBy),
  reason: row.reason,
});
