import { readPasted } from "@highwater/shared/candidates/capture";
import {
  type CandidateInput,
  maxCaptured,
  maxPastedCharacters,
} from "@highwater/shared/candidates/contract";
import { type InputError, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { type Entry, filed, Journal } from "../../platform/journal.js";
import { standing } from "../../platform/member-name.js";
import type { Tx } from "../../platform/team-scope.js";
import { FieldsService } from "../fields/fields.service.js";
import { factsOf } from "./candidate.view.js";
import { duplicatesOfEach } from "./duplicates.queries.js";

@Injectable()
export class CaptureService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly fields: FieldsService,
  ) {}

  async parse(actor: Actor, text: string) {
    if (text.length > maxPastedCharacters)
      throw tooMuch(`it has more than ${maxPastedCharacters.toLocaleString("en")} characters`);
    const { rows, unread } = readPasted(text);
    const beyond = rows[maxCaptured];
    if (beyond)
      throw tooMuch(
        `it holds more than ${maxCaptured.toLocaleString("en")} candidates, from line ${beyond.line} on`,
      );
    const duplicates = await this.db.read(actor, (db) =>
      duplicatesOfEach(
        db,
        actor.teamId,
        rows.map(({ input }) => input),
      ),
    );
    return { rows: rows.map((row, at) => ({ ...row, duplicates: duplicates[at] ?? [] })), unread };
  }

  /** The first of them stands first in the Inbox, as it did in the text. */
  enter(actor: Actor, inputs: CandidateInput[]) {
    return this.journal.write(actor, async (tx) => {
      await insistOnOwners(tx, inputs);
      await this.insistOnFields(tx, inputs);
      const now = Date.now();
      const rows = await tx.candidate.createManyAndReturn({
        select: { id: true, createdAt: true },
        data: inputs.map((input, at) => ({
          ...factsOf(input),
          name: input.name,
          nameKey: factsOf(input).nameKey ?? "",
          teamId: actor.teamId,
          createdById: actor.memberId,
          createdAt: new Date(now - at),
        })),
      });
      rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
      const ids = rows.map(({ id }) => id);
      const entries = ids.map((candidateId) => ({ verb: "candidates.entered", candidateId }));
      return filed({ ids }, ...(entries as [Entry, ...Entry[]]));
    });
  }

  private async insistOnFields(tx: Tx, inputs: readonly CandidateInput[]) {
    const errors: InputError[] = [];
    for (const [at, { fields }] of inputs.entries())
      await this.fields.insistOnValues(tx, fields).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        for (const { pointer, ...rest } of error.errors ?? [])
          errors.push({ pointer: pointer.replace("#", `#/candidates/${at}`), ...rest });
      });
    refuseAll(errors);
  }
}

async function insistOnOwners(tx: Tx, inputs: readonly CandidateInput[]) {
  const wanted = inputs.flatMap(({ ownerId }) => ownerId ?? []);
  if (wanted.length === 0) return;
  const members = await tx.member.findMany({
    where: { id: { in: wanted }, sample: false, ...standing },
  });
  const known = new Set(members.map(({ id }) => id));
  refuseAll(
    inputs.flatMap(({ ownerId }, at) =>
      !ownerId || known.has(ownerId)
        ? []
        : {
            pointer: `#/candidates/${at}/ownerId`,
            code: "candidates.owner",
            message: "Choose an owner among the members of this team.",
          },
    ),
  );
}

function refuseAll(errors: InputError[]) {
  const [first] = errors;
  if (first) throw new Problem("invalid", first.message, { errors: errors.slice(0, 100) });
}

function tooMuch(why: string): Problem {
  const message = `This is too much for a paste: ${why}. Save it as a file and import that.`;
  const code = "capture.too_much";
  return new Problem("too_large", message, {
    code,
    errors: [{ pointer: "#/text", code, message }],
  });
}
