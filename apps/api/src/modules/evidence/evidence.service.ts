import {
  Evidence,
  type EvidenceInput,
  type EvidencePatch,
} from "@highwater/shared/evidence/contract";
import { allow, invalid } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { FilesService } from "./files.service.js";

const whole = { member: withName, file: true } as const satisfies Prisma.EvidenceInclude;
type Row = Prisma.EvidenceGetPayload<{ include: typeof whole }>;

/** Cited sources. They are facts: open to the whole team, before the reveal too. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly files: FilesService,
  ) {}

  list(actor: Actor, candidateId: string) {
    return this.db.read(actor, async (db) => {
      await insistOnCandidate(db, candidateId);
      const rows = await db.evidence.findMany({
        where: { candidateId },
        include: whole,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
      return { items: rows.map(evidenceView) };
    });
  }

  one(actor: Actor, candidateId: string, id: string) {
    return this.db.read(actor, async (db) => evidenceView(await evidenceOf(db, candidateId, id)));
  }

  add(actor: Actor, candidateId: string, input: EvidenceInput) {
    return this.journal.write(actor, async (tx) => {
      await insistOnCandidate(tx, candidateId);
      if (input.kind === "file") await this.files.hold(tx, actor, input.fileId);
      const { teamId, memberId } = actor;
      const row = await tx.evidence.create({
        data: { ...input, on: dateOf(input.on), teamId, memberId, candidateId },
        include: whole,
      });
      const { kind, title } = row;
      return filed(evidenceView(row), {
        verb: "evidence.added",
        candidateId,
        subjectId: row.id,
        after: { kind, title },
      });
    });
  }

  edit(
    actor: Actor,
    { id: candidateId, eid: id, match }: { id: string; eid: string; match: string | undefined },
    { kind, on, ...patch }: EvidencePatch,
  ) {
    return this.journal.write(actor, async (tx) => {
      await this.candidates.lock(tx, actor, candidateId);
      const current = await evidenceOf(tx, candidateId, id);
      insistOnOwn(actor, current);
      insistOnMatch(match, Evidence, evidenceView(current));
      if (current.kind !== kind)
        throw invalid("#/kind", "evidence.kind", `This is a ${current.kind}: its kind stays.`);
      const row = await tx.evidence.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: { ...given(patch), ...(on === undefined ? {} : { on: dateOf(on) }) },
        include: whole,
      });
      return filed(evidenceView(row), {
        verb: "evidence.edited",
        candidateId,
        subjectId: id,
        before: recorded(current),
        after: recorded(row),
      });
    });
  }

  remove(actor: Actor, candidateId: string, id: string) {
    return this.journal.write(actor, async (tx) => {
      const current = await evidenceOf(tx, candidateId, id);
      insistOnOwn(actor, current);
      await tx.evidence.deleteMany({ where: { id } });
      if (current.fileId) await this.files.letGo(tx, current.fileId);
      return filed(null, {
        verb: "evidence.removed",
        candidateId,
        subjectId: id,
        before: recorded(current),
      });
    });
  }
}

async function insistOnCandidate(db: Pick<ReadDb, "candidate">, id: string) {
  found(await db.candidate.findFirst({ where: { id }, select: { id: true } }), "candidate");
}

async function evidenceOf(db: Pick<Tx | ReadDb, "evidence">, candidateId: string, id: string) {
  const where = { id, candidateId };
  return found(await db.evidence.findFirst({ where, include: whole }), "evidence");
}

function insistOnOwn(actor: Actor, { memberId }: Row) {
  allow(
    memberId === actor.memberId || atLeast(actor.role, "admin"),
    "Only its author or an admin may change evidence.",
    "evidence.own",
  );
}

const dateOf = (on: string | null) => (on === null ? null : new Date(on));

const given = <T extends object>(patch: T) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

const dayOf = (on: Date | null) => on?.toISOString().slice(0, 10) ?? null;

const recorded = ({ kind, status, title, url, text, who, on, fileId }: Row) => ({
  ...{ kind, status, title, url, text, who, fileId },
  on: dayOf(on),
});

const evidenceView = (row: Row): z.input<typeof Evidence> => ({
  ...(row as unknown as z.input<typeof Evidence>),
  on: dayOf(row.on),
  file: row.file && { ...row.file, size: Number(row.file.size), sha256: row.file.sha256 ?? "" },
  by: { id: row.member.id, name: memberName(row.member) },
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
