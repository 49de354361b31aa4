import type { Actor, TokenInput } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import { digest, newSecret } from "../../platform/secret.js";

@Injectable()
export class TokensService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const rows = await db.apiToken.findMany({
        where: { memberId: actor.memberId },
        orderBy: { createdAt: "desc" },
      });
      return { items: rows.map(tokenView) };
    });
  }

  /** Bound to this team and its maker's role; only its hash is kept. */
  create(actor: Actor, input: TokenInput) {
    const token = newSecret("hw_");
    return this.journal.write(actor, async (tx) => {
      const row = await tx.apiToken.create({
        data: {
          teamId: actor.teamId,
          memberId: actor.memberId,
          name: input.name,
          prefix: token.slice(0, 9),
          tokenHash: digest(token),
          readOnly: input.readOnly,
          expiresAt: new Date(Date.now() + input.expiresInDays * 86_400_000),
        },
      });
      return filed(
        { ...tokenView(row), token },
        { verb: "team.token_created", subjectId: row.id, audience: { members: [actor.memberId] } },
      );
    });
  }

  revoke(actor: Actor, id: string) {
    return this.journal.write(actor, async (tx) => {
      const { count } = await tx.apiToken.deleteMany({ where: { id, memberId: actor.memberId } });
      found(count || null, "token");
      return filed(null, {
        verb: "team.token_revoked",
        subjectId: id,
        audience: { members: [actor.memberId] },
      });
    });
  }
}

const tokenView = (row: {
  id: string;
  name: string;
  prefix: string;
  readOnly: boolean;
  expiresAt: Date;
  lastUsedAt: Date | null;
  createdAt: Date;
}) => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  readOnly: row.readOnly,
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
