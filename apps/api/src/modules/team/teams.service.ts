import { randomUUID } from "node:crypto";
import { type Actor, Team, type TeamPatch } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import type { SignedInUser } from "../../platform/access.js";
import { Db, found } from "../../platform/db.js";
import { Directory } from "../../platform/directory.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { RevealsService } from "../reviews/reveals.service.js";
import { RubricsService } from "../rubrics/rubrics.service.js";
import { CatalogueService } from "../tide/catalogue.service.js";
import { lockTeam } from "./team.source.js";

@Injectable()
export class TeamsService {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
    private readonly rubrics: RubricsService,
  ) {}

  async me({ id, name, email }: Omit<SignedInUser, "sessionId">) {
    const memberships = await this.directory.membershipsOf(id);
    return {
      user: { id, name, email },
      memberships: memberships.map(({ team, id: memberId, role, suspendedAt }) => ({
        team: teamView(team),
        memberId,
        role,
        suspended: suspendedAt !== null,
      })),
    };
  }

  /** A team with its owner, the rubric and the tide of the minutes. `before` runs first, in the same transaction. */
  async found(owner: { id: string }, name: string, before?: (tx: Tx) => Promise<void>) {
    const slug = await this.freeSlug(name);
    const actor = { teamId: randomUUID(), memberId: randomUUID() };
    return this.journal.write(actor, async (tx) => {
      await before?.(tx);
      const team = await tx.team.create({ data: { id: actor.teamId, slug, name } });
      await tx.member.create({
        data: { teamId: team.id, id: actor.memberId, userId: owner.id, role: "owner" },
      });
      await this.rubrics.plant(tx, team.id);
      await this.catalogue.plant(tx, team.id);
      return filed({ ...teamView(team), ownerMemberId: actor.memberId }, { verb: "team.founded" });
    });
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, async (db) =>
      teamView(found(id === actor.teamId ? await db.team.findFirst() : null, "team")),
    );
  }

  edit(actor: Actor, id: string, patch: TeamPatch, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, actor.teamId);
      const current = teamView(
        found(id === actor.teamId ? await tx.team.findFirst() : null, "team"),
      );
      insistOnMatch(match, Team, current);
      const given = Object.fromEntries(Object.entries(patch).filter(([, v]) => v !== undefined));
      const team = await tx.team.update({ where: { id }, data: given });
      const fewer = team.minReviews < current.minReviews;
      return filed(
        teamView(team),
        { verb: "team.edited", before: current, after: given },
        ...(fewer ? await this.reveals.among(tx, actor, {}) : []),
      );
    });
  }

  /** From the name where it has Latin letters; random where it has none. */
  private async freeSlug(name: string): Promise<string> {
    const plain = name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40);
    const tail = () => randomUUID().slice(0, 6);
    let slug = plain || `team-${tail()}`;
    while (await this.directory.slugTaken(slug)) slug = `${plain || "team"}-${tail()}`;
    return slug;
  }
}

const teamView = (team: {
  id: string;
  slug: string;
  name: string;
  minReviews: number;
  openWithoutReviewing: boolean;
  createdAt: Date;
}) => ({ ...team, createdAt: team.createdAt.toISOString() });
