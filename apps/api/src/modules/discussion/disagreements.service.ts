import type {
  Disagreement,
  Disagreements,
  DissentPage,
  DissentQuery,
  Extreme,
} from "@highwater/shared/discussion/contract";
import { maySettle } from "@highwater/shared/discussion/policy";
import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import type { Prisma } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { RankingService } from "../ranking/ranking.service.js";
import { type Mark, SightService } from "../reviews/sight.service.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { dissentPage } from "./dissent.queries.js";

type Row = Prisma.DisagreementGetPayload<object>;

/** Where members differ, once the scores lie open: a result to be talked over, never averaged away. */
@Injectable()
export class DisagreementsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly ranking: RankingService,
    private readonly sight: SightService,
  ) {}

  of(actor: Actor, candidateId: string): Promise<Disagreements> {
    return this.db.read(actor, async (db) => {
      const sight = await this.sight.sightOn(db, actor, candidateId);
      if (sight !== "revealed") return { items: [] };
      const rows = await db.disagreement.findMany({ where: { candidateId } });
      return { items: await this.shown(db, actor, candidateId, rows) };
    });
  }

  /** Said in a sentence, or opened again. */
  settle(actor: Actor, candidateId: string, id: string, note: string | null) {
    return this.journal.write(actor, async (tx) => {
      const sight = await this.sight.sightOn(tx, actor, candidateId);
      const where = { id, candidateId };
      const row = found(
        sight === "revealed" ? await tx.disagreement.findFirst({ where }) : null,
        "disagreement",
      );
      const closes = note !== null;
      const { count } = await tx.disagreement.updateMany({
        where: { ...where, settledAt: closes ? null : { not: null } },
        data: closes
          ? { note, settledAt: new Date(), settledById: actor.memberId }
          : { settledAt: null, settledById: null },
      });
      if (count === 0)
        throw new Problem(
          "conflict",
          closes ? "It is settled already: open it again first." : "It is open already.",
          { code: closes ? "discussion.settled" : "discussion.open" },
        );
      const after = found(await tx.disagreement.findFirst({ where }), "disagreement");
      const [view] = await this.shown(tx, actor, candidateId, [after]);
      return filed(found(view, "disagreement"), {
        verb: closes ? "discussion.settled" : "discussion.reopened",
        candidateId,
        subjectId: id,
        audience: "sighted",
        before: { note: row.note },
        after: { criterion: row.criterion, note: after.note },
      });
    });
  }

  /** The view 非共识: what is revealed and in dispute, or backed by somebody against its total. */
  async dissent(actor: Actor, query: DissentQuery): Promise<DissentPage> {
    const question = await this.ranking.question(actor);
    return this.db.read(actor, (db) => dissentPage(db, question, query));
  }

  private async shown(
    db: ReadDb,
    actor: Actor,
    candidateId: string,
    rows: readonly Row[],
  ): Promise<Disagreement[]> {
    const marks = await this.sight.marksOf(db, candidateId);
    const { criteria } = await activeRubric(db);
    const settlers = rows.flatMap(({ settledById }) => settledById ?? []);
    const members = await db.member.findMany({ where: { id: { in: settlers } }, ...withName });
    const place = ({ criterion }: Row) => criteria.findIndex(({ key }) => key === criterion);
    return [...rows]
      .sort((a, b) => place(a) - place(b))
      .map((row) => {
        const given = marks.get(row.criterion) ?? [];
        const by = members.find(({ id }) => id === row.settledById);
        const [lowest, highest] = [extreme(given, -1), extreme(given, 1)];
        return {
          ...{ id: row.id, criterion: row.criterion, note: row.note, lowest, highest },
          spread: (highest?.score ?? 0) - (lowest?.score ?? 0),
          openedAt: row.openedAt.toISOString(),
          settledAt: row.settledAt?.toISOString() ?? null,
          settledBy: by ? { id: by.id, name: memberName(by) } : null,
          maySettle: maySettle(actor),
        };
      });
  }
}

/** Of those at one end, who signed first and said why. */
function extreme(marks: readonly Mark[], way: 1 | -1): Extreme | null {
  const end = Math.max(...marks.map(({ score }) => score * way));
  const there = marks.filter(({ score }) => score * way === end);
  return there.find(({ reason }) => reason !== null) ?? there[0] ?? null;
}
