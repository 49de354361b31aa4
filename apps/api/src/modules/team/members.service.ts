import { randomUUID } from "node:crypto";
import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor, Role } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Auth } from "../../platform/auth.js";
import { Db } from "../../platform/db.js";
import { Directory } from "../../platform/directory.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName } from "../../platform/member-name.js";
import type { Tx } from "../../platform/team-scope.js";

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

  /** A name in the sample portfolio: it has no user, so nobody signs in as it. */
  addSample(actor: Actor, name: string) {
    return this.journal.write(actor, async (tx) => {
      const { id } = await tx.member.create({
        data: { teamId: actor.teamId, name, role: "reviewer", sample: true },
      });
      return filed(id, { verb: "team.sample_added", subjectId: id });
    });
  }

  /** People whom a file names and who have no account here: listed apart, in this order. */
  async addNamed(tx: Tx, teamId: string, names: readonly string[]): Promise<string[]> {
    const from = Date.now();
    const rows = names.map((name, at) => ({
      ...{ teamId, id: randomUUID(), name },
      ...{ role: "reviewer" as const, sample: true, createdAt: new Date(from + at) },
    }));
    await tx.member.createMany({ data: rows });
    return rows.map(({ id }) => id);
  }

  async prepareUser(name: string, email: string, password: string): Promise<NewUser> {
    return { id: randomUUID(), name, email, passwordHash: await this.auth.hash(password) };
  }

  /** By the host's command line: a member, and the user where there is none. */
  async create(owner: Actor, input: { email: string; name: string; role: Role; password: string }) {
    const known = await this.directory.userByEmail(input.email);
    const user = known ?? (await this.prepareUser(input.name, input.email, input.password));
    const former = known && (await this.directory.formerMember(owner.teamId, known.id));
    const id = former ?? randomUUID();
    const memberId = await this.journal.write(owner, async (tx) => {
      if (await tx.member.findFirst({ where: { userId: user.id } }))
        throw new Problem("conflict", `${input.email} is a member already.`, {
          code: "team.member_exists",
        });
      if ("passwordHash" in user) await addUser(tx, user);
      await admit(
        tx,
        { teamId: owner.teamId, memberId: id, former },
        { userId: user.id, ...input },
      );
      return filed(id, { verb: "team.joined", subjectId: id, after: input.role });
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

/** A new member, or whom the user was here before: their reviews and recusals are theirs again. */
export async function admit(
  tx: Tx,
  { teamId, memberId, former }: { teamId: string; memberId: string; former: string | null },
  { userId, role }: { userId: string; role: Role },
) {
  if (!former)
    return void (await tx.member.create({ data: { teamId, id: memberId, userId, role } }));
  await tx.member.update({
    where: { teamId_id: { teamId, id: former } },
    data: { userId, role, name: null, removedAt: null },
  });
}

export const memberView = (row: {
  id: string;
  name: string | null;
  role: Role;
  sample: boolean;
  createdAt: Date;
  suspendedAt: Date | null;
  removedAt: Date | null;
  user: { name: string; email: string } | null;
}) => ({
  id: row.id,
  name: memberName(row),
  email: row.user?.email ?? null,
  role: row.role,
  sample: row.sample,
  createdAt: row.createdAt.toISOString(),
  suspendedAt: row.suspendedAt?.toISOString() ?? null,
  removedAt: row.removedAt?.toISOString() ?? null,
});
