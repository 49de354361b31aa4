import { randomUUID } from "node:crypto";
import { allow, Problem } from "@highwater/shared/kernel/problem";
import type { Actor, Role } from "@highwater/shared/team/contract";
import { mayGrant, mayManage } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { Auth } from "../../platform/auth.js";
import { Db, found } from "../../platform/db.js";
import { Directory } from "../../platform/directory.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName } from "../../platform/member-name.js";
import type { Tx } from "../../platform/team-scope.js";
import { RevealsService } from "../reviews/reveals.service.js";
import { lockTeam } from "./team.source.js";

export interface NewUser {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly auth: Auth,
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
  ) {}

  list(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const rows = await db.member.findMany({
        include: { user: true },
        orderBy: [{ sample: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      });
      return { items: rows.map(memberView) };
    });
  }

  changeRole(actor: Actor, id: string, role: Role) {
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, actor.teamId);
      const member = found(await tx.member.findFirst({ where: { id, sample: false } }), "member");
      allow(
        mayManage(actor, member) && mayGrant(actor, role),
        "You can't give more than you have.",
        "team.grant",
      );
      if (member.role === "owner" && role !== "owner") await insistOnAnotherOwner(tx, id);
      const row = await tx.member.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: { role },
        include: { user: true },
      });
      return filed(
        memberView(row),
        { verb: "team.role_changed", subjectId: id, before: member.role, after: role },
        ...(role === "viewer" ? await this.reveals.among(tx, actor, { memberId: id }) : []),
      );
    });
  }

  /** A name in the sample portfolio: it has no user, so nobody signs in as it. */
  addSample(actor: Actor, name: string) {
    return this.journal.write(actor, async (tx) => {
      const { id } = await tx.member.create({
        data: { teamId: actor.teamId, name, role: "reviewer", sample: true },
      });
      return filed(id, { verb: "team.sample_added", subjectId: id });
    });
  }

  async prepareUser(name: string, email: string, password: string): Promise<NewUser> {
    return { id: randomUUID(), name, email, passwordHash: await this.auth.hash(password) };
  }

  /** By the host's command line: a member, and the user where there is none. */
  async create(owner: Actor, input: { email: string; name: string; role: Role; password: string }) {
    const known = await this.directory.userByEmail(input.email);
    const user = known ?? (await this.prepareUser(input.name, input.email, input.password));
    const memberId = await this.journal.write(owner, async (tx) => {
      if (await tx.member.findFirst({ where: { userId: user.id } }))
        throw new Problem("conflict", `${input.email} is a member already.`, {
          code: "team.member_exists",
        });
      if ("passwordHash" in user) await addUser(tx, user);
      const member = await tx.member.create({
        data: { teamId: owner.teamId, userId: user.id, role: input.role },
      });
      return filed(member.id, { verb: "team.joined", subjectId: member.id, after: input.role });
    });
    return { memberId, created: known === null };
  }
}

export async function addUser(tx: Tx, { id, name, email, passwordHash }: NewUser) {
  await tx.user.create({ data: { id, name, email } });
  await tx.account.create({
    data: { userId: id, accountId: id, providerId: "credential", password: passwordHash },
  });
}

async function insistOnAnotherOwner(tx: Tx, id: string) {
  if ((await tx.member.count({ where: { role: "owner", id: { not: id } } })) === 0)
    throw new Problem("conflict", "The last owner can't go. Make somebody else owner first.", {
      code: "team.last_owner",
    });
}

const memberView = (row: {
  id: string;
  name: string | null;
  role: Role;
  sample: boolean;
  createdAt: Date;
  user: { name: string; email: string } | null;
}) => ({
  id: row.id,
  name: memberName(row),
  email: row.user?.email ?? null,
  role: row.role,
  sample: row.sample,
  createdAt: row.createdAt.toISOString(),
});
