import {
  Assignment,
  type AssignmentPatch,
  type AssignmentQuery,
  type ProgressQuery,
} from "@highwater/shared/assignments/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { insistOnOwn } from "./assigning.service.js";
import { assignmentOf, pageOfAssignments } from "./assignments.queries.js";
import { progressOf } from "./progress.queries.js";

/** Who is asked to review what, as far as the reader may know. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor, query: AssignmentQuery) {
    return this.db.read(actor, (db) => pageOfAssignments(db, actor, query));
  }

  progress(actor: Actor, query: ProgressQuery) {
    return this.db.read(actor, (db) => progressOf(db, actor, query));
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, async (db) =>
      found(await assignmentOf(db, actor, id), "assignment"),
    );
  }

  edit(actor: Actor, id: string, { dueOn }: AssignmentPatch, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      await tx.$queryRaw`
        select 1 from "Assignment" where "teamId" = ${actor.teamId}::uuid and id = ${id}::uuid for update`;
      const row = found(await assignmentOf(tx, actor, id), "assignment");
      insistOnOwn(actor, row);
      insistOnMatch(match, Assignment, row);
      await tx.assignment.updateMany({
        where: { id },
        data: { dueOn: dueOn === null ? null : new Date(dueOn) },
      });
      return filed(found(await assignmentOf(tx, actor, id), "assignment"), {
        verb: "assignments.due_changed",
        candidateId: row.candidate.id,
        subjectId: id,
        before: { dueOn: row.dueOn },
        after: { dueOn, memberId: row.memberId },
      });
    });
  }
}
