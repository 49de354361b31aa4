import { randomUUID } from "node:crypto";
import { allow, type InputError, Problem } from "@highwater/shared/kernel/problem";
import type {
  AcceptInvitationInput,
  Actor,
  InvitationInput,
  Role,
} from "@highwater/shared/team/contract";
import { mayGrant } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import type { SignedInUser } from "../../platform/access.js";
import { Config } from "../../platform/config.js";
import { Db, found } from "../../platform/db.js";
import { Directory } from "../../platform/directory.js";
import { filed, Journal } from "../../platform/journal.js";
import { digest, newSecret } from "../../platform/secret.js";
import { addUser, admit, MembersService, type NewUser } from "./members.service.js";
import { TeamsService } from "./teams.service.js";

const days = 14;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly journal: Journal,
    private readonly members: MembersService,
    private readonly teams: TeamsService,
  ) {}

  list(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const rows = await db.invitation.findMany({
        where: { acceptedAt: null, expiresAt: { gt: new Date() } },
        orderBy: { createdAt: "desc" },
      });
      return { items: rows.map(invitationView) };
    });
  }

  invite(actor: Actor, input: InvitationInput) {
    allow(mayGrant(actor, input.role), "You can't give more than you have.", "team.grant");
    const token = newSecret("");
    return this.journal.write(actor, async (tx) => {
      const row = await tx.invitation.create({
        data: {
          teamId: actor.teamId,
          role: input.role,
          email: input.email ?? null,
          tokenHash: digest(token),
          createdById: actor.memberId,
          expiresAt: new Date(Date.now() + days * 86_400_000),
        },
      });
      const url = `${this.config.origin}/invite?token=${token}`;
      return filed(
        { ...invitationView(row), token, url },
        { verb: "team.invited", subjectId: row.id, after: input.role },
      );
    });
  }

  withdraw(actor: Actor, id: string) {
    return this.journal.write(actor, async (tx) => {
      const { count } = await tx.invitation.deleteMany({ where: { id, acceptedAt: null } });
      found(count || null, "invitation");
      return filed(null, { verb: "team.invitation_withdrawn", subjectId: id });
    });
  }

  async preview(token: string) {
    const { team, role, email } = await this.open(token);
    return { teamName: team.name, role, email };
  }

  async accept(signedIn: SignedInUser | null, input: AcceptInvitationInput) {
    const invitation = await this.open(input.token);
    const newcomer = signedIn ? null : await this.newcomer(invitation.email, input);
    const user = signedIn ?? newcomer;
    if (!user) throw new Problem("unauthenticated", "Sign in, or send name, e-mail and password.");
    const { teamId } = invitation;
    const former = await this.directory.formerMember(teamId, user.id);
    const writer = { teamId, memberId: former ?? randomUUID() };
    await this.journal.write(writer, async (tx) => {
      const { count } = await tx.invitation.updateMany({
        where: { id: invitation.id, acceptedAt: null },
        data: { acceptedAt: new Date(), acceptedById: writer.memberId },
      });
      if (count === 0) throw used();
      if (newcomer) await addUser(tx, newcomer);
      else if (await tx.member.findFirst({ where: { userId: user.id } }))
        throw new Problem("conflict", "You are a member of this team already.", {
          code: "team.member_exists",
        });
      await admit(tx, { ...writer, former }, { userId: user.id, role: invitation.role });
      return filed(null, {
        verb: "team.joined",
        subjectId: writer.memberId,
        after: invitation.role,
      });
    });
    const { memberships } = await this.teams.me(user);
    return found(
      memberships.find(({ memberId }) => memberId === writer.memberId),
      "membership",
    );
  }

  /** One that still leads into the team; refused with what became of it. */
  private async open(token: string) {
    const invitation = await this.directory.invitation(token);
    if (!invitation || !stillGiven(invitation)) throw gone();
    if (invitation.acceptedAt !== null) throw used();
    if (invitation.expiresAt <= new Date()) throw expired();
    return invitation;
  }

  private async newcomer(invited: string | null, input: AcceptInvitationInput): Promise<NewUser> {
    const email = invited ?? input.email;
    const { name, password } = input;
    if (!name || !email || !password) throw missing({ name, email, password });
    if (await this.directory.userByEmail(email))
      throw new Problem(
        "conflict",
        "This e-mail has an account. Sign in, then open the link again.",
        {
          code: "team.account_exists",
          errors: [
            {
              pointer: "#/email",
              code: "team.account_exists",
              message: "Sign in with this e-mail, then open the link again.",
            },
          ],
        },
      );
    return this.members.prepareUser(name, email, password);
  }
}

/** Nobody gives more than they have: neither when they invite, nor by the time it is accepted. */
const stillGiven = (invitation: {
  role: Role;
  createdBy: { role: Role; suspendedAt: Date | null };
}) => invitation.createdBy.suspendedAt === null && mayGrant(invitation.createdBy, invitation.role);

const refused = (code: string, sentence: string) => new Problem("missing", sentence, { code });
const used = () =>
  refused(
    "team.invitation_used",
    "This invitation was used already. If it was you, sign in; else ask for a new link.",
  );
const expired = () =>
  refused("team.invitation_expired", "This invitation has expired. Ask for a new link.");
const gone = () =>
  refused(
    "team.invitation_gone",
    "This invitation was withdrawn, or its link is incomplete. Ask for a new link.",
  );

function missing(given: Record<string, string | undefined>): Problem {
  const errors: InputError[] = Object.entries(given)
    .filter(([, value]) => !value)
    .map(([key]) => ({ pointer: `#/${key}`, code: "required", message: `Fill in ${key}.` }));
  return new Problem("invalid", "A new account needs name, e-mail and password.", { errors });
}

const invitationView = (row: {
  id: string;
  role: Role;
  email: string | null;
  expiresAt: Date;
  createdAt: Date;
  acceptedAt: Date | null;
}) => ({
  id: row.id,
  role: row.role,
  email: row.email,
  expiresAt: row.expiresAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
});
