import type { TrialInput } from "@highwater/shared/candidates/contract";
import { allow } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";

@Injectable()
export class TrialsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor, candidateId: string) {
    return this.db.read(actor, async (db) => {
      found(await db.candidate.findFirst({ where: { id: candidateId } }), "candidate");
      const rows = await db.trial.findMany({
        where: { candidateId },
        include: { member: withName },
        orderBy: [{ on: "desc" }, { id: "desc" }],
      });
      return { items: rows.map(trialView) };
    });
  }

  record(actor: Actor, candidateId: string, input: TrialInput) {
    return this.journal.write(actor, async (tx) => {
      found(await tx.candidate.findFirst({ where: { id: candidateId } }), "candidate");
      const row = await tx.trial.create({
        data: {
          ...input,
          on: new Date(input.on),
          candidateId,
          teamId: actor.teamId,
          memberId: actor.memberId,
        },
        include: { member: withName },
      });
      return filed(trialView(row), { verb: "trials.recorded", candidateId, subjectId: row.id });
    });
  }

  remove(actor: Actor, candidateId: string, id: string) {
    return this.journal.write(actor, async (tx) => {
      const trial = found(await tx.trial.findFirst({ where: { id, candidateId } }), "trial");
      allow(
        trial.memberId === actor.memberId || atLeast(actor.role, "admin"),
        "Only its author or an admin may remove a trial.",
      );
      await tx.trial.deleteMany({ where: { id } });
      return filed(null, {
        verb: "trials.removed",
        candidateId,
        subjectId: id,
        before: { task: trial.task, grade: trial.grade, status: trial.status },
      });
    });
  }
}

function trialView(row: {
  on: Date;
  createdAt: Date;
  member: { id: string; name: string | null; user: { name: string } | null };
}) {
  return {
    ...row,
    on: row.on.toISOString().slice(0, 10),
    createdAt: row.createdAt.toISOString(),
    by: { id: row.member.id, name: memberName(row.member) },
  };
}
