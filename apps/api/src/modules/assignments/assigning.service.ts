import { randomInt, randomUUID } from "node:crypto";
import {
  type AssignmentInput,
  type AssignmentReport,
  maxAssigned,
  maxDistributed,
} from "@highwater/shared/assignments/contract";
import { assignable, mayAssign } from "@highwater/shared/assignments/policy";
import { allow, invalid, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { RevealsService } from "../reviews/reveals.service.js";
import { batchOf, factsOf, holdAll, insertAll, loadsOf, meant } from "./assigning.queries.js";
import { assignmentOf } from "./assignments.queries.js";
import { type Plan, planByHand, planEvenly, reportOf, unknownOf } from "./plan.js";

const timeout = 120_000;

/** Asking members to review: by hand, in bulk or evenly, in one act that is taken back as one. */
@Injectable()
export class AssigningService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
  ) {}

  assign(actor: Actor, input: AssignmentInput): Promise<AssignmentReport> {
    allow(
      input.auto ? atLeast(actor.role, "admin") : mayAssign(actor, input.memberIds ?? []),
      "Only admins and owners assign others.",
      "assignments.others",
    );
    const seed = input.auto ? (input.auto.seed ?? randomInt(2 ** 32 - 1)) : null;
    if (input.dryRun)
      return this.db.read(actor, async (db) => reportOf(await this.plan(db, actor, input, seed)));
    return this.journal.write(
      actor,
      async (tx) => {
        await holdAll(tx, actor.teamId, await this.meant(tx, actor, input));
        const plan = await this.plan(tx, actor, input, seed);
        return this.make(tx, actor, input, plan);
      },
      { timeout },
    );
  }

  /** What is left of one act goes; a signature stays what it is. */
  undo(actor: Actor, id: string): Promise<AssignmentReport> {
    const { teamId } = actor;
    return this.journal.write(
      actor,
      async (tx) => {
        const { actorId, at } = found(await batchOf(tx, teamId, id), "assignment");
        allow(
          actorId === actor.memberId || atLeast(actor.role, "admin"),
          "Only whoever made these assignments or an admin may take them back.",
          "assignments.another",
        );
        const where = { assignedById: actorId, createdAt: at };
        const rows = await tx.assignment.findMany({
          where,
          select: { id: true, candidateId: true },
        });
        const candidateIds = [...new Set(rows.map(({ candidateId }) => candidateId))].sort();
        await holdAll(tx, teamId, candidateIds);
        const { count } = await tx.assignment.deleteMany({ where });
        return filed(
          { id, made: count, seed: null, skipped: [], loads: [] },
          { verb: "assignments.undone", subjectId: id, after: { removed: count } },
          ...(await this.reveals.among(tx, actor, { candidateIds })),
        );
      },
      { timeout },
    );
  }

  remove(actor: Actor, id: string) {
    return this.journal.write(actor, async (tx) => {
      const row = found(await assignmentOf(tx, actor, id), "assignment");
      insistOnOwn(actor, row);
      if (row.state === "signed")
        throw new Problem("conflict", "It is signed: the assignment is done.", {
          code: "assignments.signed",
        });
      const { id: candidateId } = row.candidate;
      await holdAll(tx, actor.teamId, [candidateId]);
      await tx.assignment.deleteMany({ where: { id } });
      return filed(
        null,
        {
          verb: "assignments.removed",
          candidateId,
          subjectId: id,
          after: { memberId: row.memberId },
        },
        ...(await this.reveals.among(tx, actor, { candidateIds: [candidateId] })),
      );
    });
  }

  private async meant(db: ReadDb, { teamId }: Actor, input: AssignmentInput) {
    const { candidateIds, filter } = input.auto ?? input;
    const most = input.auto
      ? maxDistributed
      : Math.floor(maxAssigned / (input.memberIds?.length ?? 1));
    const ids = await meant(db, teamId, candidateIds ?? filter ?? [], most);
    if (ids.length > most)
      throw invalid(
        input.auto ? "#/auto/filter" : "#/filter",
        "assignments.too_many",
        `It selects more than ${most} candidates. Narrow it.`,
      );
    return ids;
  }

  private async plan(
    db: ReadDb,
    actor: Actor,
    input: AssignmentInput,
    seed: number | null,
  ): Promise<Plan> {
    const { candidateIds = [], memberIds } = input.auto ?? input;
    const people = await membersFor(db, memberIds, input.auto ? "#/auto/memberIds" : "#/memberIds");
    const facts = await factsOf(db, actor.teamId, await this.meant(db, actor, input));
    const loads = await loadsOf(db, actor.teamId);
    const plan = input.auto
      ? planEvenly(facts, people, loads, { ...input.auto, seed: seed ?? 0 })
      : planByHand(facts, people, loads);
    plan.skipped.push(...unknownOf(candidateIds, facts));
    return plan;
  }

  private async make(tx: Tx, actor: Actor, { auto, dueOn }: AssignmentInput, plan: Plan) {
    const at = new Date();
    const id = randomUUID();
    const due = auto?.dueOn ?? dueOn;
    if (plan.given.length === 0) return unrecorded(reportOf(plan));
    const { teamId, memberId: assignedById } = actor;
    await insertAll(tx, { teamId, assignedById, dueOn: due, at }, plan.given);
    const candidates = [...new Set(plan.given.map(({ candidateId }) => candidateId))];
    const members = [...new Set(plan.given.map(({ memberId }) => memberId))];
    const [only, another] = candidates;
    return filed(reportOf(plan, id), {
      verb: "assignments.made",
      subjectId: id,
      ...(only && !another ? { candidateId: only } : {}),
      after: {
        at: at.toISOString(),
        made: plan.given.length,
        candidates: candidates.length,
        members,
        dueOn: due,
        ...(auto ? { k: auto.k, seed: plan.seed } : {}),
      },
      notify: [{ kind: "assigned", members }],
    });
  }
}

/** Whoever may assign a member may change or take away their assignment; of one's own, what one took oneself. */
export function insistOnOwn(actor: Actor, row: { memberId: string; assignedById: string }) {
  allow(
    mayAssign(actor, [row.memberId, row.assignedById]),
    "Only admins and owners change what others were assigned.",
    "assignments.others",
  );
}

/** The members named, or every one who may be asked. */
async function membersFor(
  db: Pick<ReadDb, "member">,
  ids: readonly string[] | undefined,
  pointer: string,
) {
  const rows = await db.member.findMany({
    where: ids ? { id: { in: [...ids] } } : { sample: false },
    select: { ...withName.select, role: true, suspendedAt: true, removedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const able = rows.filter(assignable);
  const known = new Set(able.map(({ id }) => id));
  (ids ?? []).forEach((id, at) => {
    if (!known.has(id))
      throw invalid(
        `${pointer}/${at}`,
        "assignments.member",
        "Choose active members who may review: viewers and suspended members can't be assigned.",
      );
  });
  return able.map((member) => ({ id: member.id, name: memberName(member) }));
}
