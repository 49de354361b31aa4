import { allow, Problem } from "@highwater/shared/kernel/problem";
import type { Actor, MemberPatch } from "@highwater/shared/team/contract";
import {
  isLastOwner,
  mayGrant,
  mayManage,
  mayRemove,
  maySuspend,
} from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { type Entry, filed, Journal, unrecorded } from "../../platform/journal.js";
import { memberName, standing } from "../../platform/member-name.js";
import type { Tx } from "../../platform/team-scope.js";
import { DraftsService } from "../reviews/drafts.service.js";
import { RevealsService } from "../reviews/reveals.service.js";
import { memberView } from "./members.service.js";
import { lockTeam } from "./team.source.js";

/** Roles, suspensions and removals. They take turns, so that no team is ever without an owner. */
@Injectable()
export class StandingService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
  ) {}

  edit(actor: Actor, id: string, patch: MemberPatch) {
    return this.journal.write(actor, async (tx) => {
      const { me, member } = await inTurn(tx, actor, id);
      insistOnLaw(me, member, patch);
      const { role = member.role, suspended = member.suspendedAt !== null } = patch;
      if (role !== "owner" || suspended) await insistOnAnotherOwner(tx, id);
      const row = await tx.member.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: { role, suspendedAt: suspended ? (member.suspendedAt ?? new Date()) : null },
        include: { user: true },
      });
      const [first, ...rest] = entriesOf(member, row);
      if (!first) return unrecorded(memberView(row));
      const gone = row.role === "viewer" || row.suspendedAt !== null;
      const revealed = gone ? await this.reveals.among(tx, actor, { memberId: id }) : [];
      return filed(memberView(row), first, ...rest, ...revealed);
    });
  }

  /** What they did stays, under their name; their drafts, tokens and open invitations go. */
  async remove(actor: Actor, id: string) {
    await this.journal.write(actor, async (tx) => {
      const { me, member } = await inTurn(tx, actor, id);
      allow(
        mayRemove(me, member),
        "Admins remove members, and only owners remove owners.",
        "team.manage",
      );
      await insistOnAnotherOwner(tx, id);
      await tx.apiToken.deleteMany({ where: { memberId: id } });
      await tx.invitation.deleteMany({ where: { createdById: id, acceptedAt: null } });
      await this.drafts.discardAll(tx, id);
      await tx.member.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: {
          ...{ name: memberName(member), userId: null },
          ...{ removedAt: new Date(), suspendedAt: null },
        },
      });
      const before = { userId: member.userId, role: member.role };
      return filed(
        null,
        { verb: "team.removed", subjectId: id, before },
        ...(await this.reveals.among(tx, actor, { memberId: id })),
      );
    });
  }
}

/** Both as they stand once it is our turn: whoever lost their role while waiting changes nobody's. */
async function inTurn(tx: Tx, actor: Actor, id: string) {
  await lockTeam(tx, actor.teamId);
  const self = await tx.member.findFirst({ where: { id: actor.memberId, ...standing } });
  allow(self !== null, "You may do nothing in this team any more.", "team.suspended");
  const member = await tx.member.findFirst({
    where: { id, sample: false, removedAt: null },
    include: { user: true },
  });
  return { me: { ...actor, role: self.role }, member: found(member, "member") };
}

type Row = Awaited<ReturnType<typeof inTurn>>["member"];

function insistOnLaw(me: Actor, member: Row, { role, suspended }: MemberPatch) {
  if (role !== undefined)
    allow(
      mayManage(me, member) && mayGrant(me, role),
      "You can't give more than you have.",
      "team.grant",
    );
  if (suspended === undefined) return;
  allow(me.memberId !== member.id, "Nobody suspends themselves.", "team.suspend_self");
  allow(maySuspend(me, member), "Only owners suspend owners.", "team.manage");
}

async function insistOnAnotherOwner(tx: Tx, id: string) {
  if (isLastOwner(id, await tx.member.findMany({ where: { role: "owner" } })))
    throw new Problem("conflict", "The last owner can't go. Make somebody else owner first.", {
      code: "team.last_owner",
    });
}

function entriesOf(before: Row, after: Row): Entry[] {
  const subjectId = after.id;
  const entries: Entry[] = [];
  if (before.role !== after.role)
    entries.push({
      verb: "team.role_changed",
      subjectId,
      before: before.role,
      after: after.role,
    });
  if (!before.suspendedAt && after.suspendedAt) entries.push({ verb: "team.suspended", subjectId });
  if (before.suspendedAt && !after.suspendedAt) entries.push({ verb: "team.restored", subjectId });
  return entries;
}
