import { Problem } from "@highwater/shared/kernel/problem";
import type { ChampionInput, Champions } from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { SightService } from "../reviews/sight.service.js";

/**
 * A member backs a revealed candidate against its total: once a candidate, with a reason that they may write anew, and
 * as many candidates as they believe in. It is shown and sorted by, and enters no figure.
 */
@Injectable()
export class ChampionsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly sight: SightService,
  ) {}

  of(actor: Actor, candidateId: string): Promise<Champions> {
    return this.db.read(actor, (db) => this.shown(db, actor, candidateId));
  }

  champion(actor: Actor, candidateId: string, { reason }: ChampionInput) {
    return this.journal.write(actor, async (tx) => {
      await this.insistOnReveal(tx, actor, candidateId);
      const { teamId, memberId } = actor;
      await tx.champion.upsert({
        where: { teamId_candidateId_memberId: { teamId, candidateId, memberId } },
        create: { teamId, candidateId, memberId, reason },
        update: { reason },
      });
      return filed(await this.shown(tx, actor, candidateId), {
        verb: "stages.championed",
        candidateId,
        audience: "sighted",
        after: { reason },
      });
    });
  }

  stepBack(actor: Actor, candidateId: string) {
    return this.journal.write(actor, async (tx) => {
      await this.insistOnReveal(tx, actor, candidateId);
      const where = { candidateId, memberId: actor.memberId };
      const { reason } = found(await tx.champion.findFirst({ where }), "champion");
      await tx.champion.deleteMany({ where });
      return filed(await this.shown(tx, actor, candidateId), {
        verb: "stages.unchampioned",
        candidateId,
        audience: "sighted",
        before: { reason },
      });
    });
  }

  private async shown(db: ReadDb, actor: Actor, candidateId: string): Promise<Champions> {
    const sight = await this.sight.sightOn(db, actor, candidateId);
    if (sight !== "revealed") return { mayChampion: false, items: [] };
    const rows = await db.champion.findMany({
      where: { candidateId },
      include: { member: withName },
      orderBy: [{ at: "asc" }, { memberId: "asc" }],
    });
    return {
      mayChampion: atLeast(actor.role, "reviewer"),
      items: rows.map(({ member, memberId, reason, at }) => ({
        by: { id: memberId, name: memberName(member) },
        mine: memberId === actor.memberId,
        reason,
        at: at.toISOString(),
      })),
    };
  }

  private async insistOnReveal(db: ReadDb, actor: Actor, candidateId: string) {
    const sight = await this.sight.sightOn(db, actor, candidateId);
    if (sight === "recused")
      throw new Problem("forbidden", "You have recused yourself from this candidate.", {
        code: "reviews.recused",
      });
    if (sight !== "revealed")
      throw new Problem("conflict", "Its reviews are to be revealed before.", {
        code: "stages.not_revealed",
      });
  }
}
