import type { Verb } from "@highwater/shared/activity/verbs";
import {
  Candidate,
  type CandidateFilter,
  type CandidateInput,
  type CandidatePatch,
  type CandidateQuery,
  type DuplicateQuery,
} from "@highwater/shared/candidates/contract";
import { invalid } from "@highwater/shared/kernel/problem";
import type { Stage } from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { standing } from "../../platform/member-name.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { FieldsService } from "../fields/fields.service.js";
import { candidateView, factsOf, withDecision } from "./candidate.view.js";
import { countsOf, facetsOf, lockCandidate, pageOfCandidates } from "./candidates.queries.js";
import { insistOnFields } from "./candidates.source.js";
import { likelyDuplicates } from "./duplicates.queries.js";

@Injectable()
export class CandidatesService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly fields: FieldsService,
  ) {}

  list(actor: Actor, query: CandidateQuery) {
    return this.db.read(actor, async (db) => {
      await insistOnFields(db, query.q);
      return pageOfCandidates(db, actor.teamId, query);
    });
  }

  /** How many the list would say of each filter. */
  counts(actor: Actor, filters: readonly CandidateFilter[]) {
    return this.db.read(actor, (db) => countsOf(db, actor.teamId, filters));
  }

  facets(actor: Actor) {
    return this.db.read(actor, (db) => facetsOf(db, actor.teamId));
  }

  duplicates(actor: Actor, query: DuplicateQuery) {
    return this.db.read(actor, (db) => likelyDuplicates(db, actor.teamId, query));
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, (db) => this.shown(db, id));
  }

  /** As the API shows it, in the midst of a change too. */
  async shown(db: Pick<ReadDb, "candidate">, id: string) {
    const row = await db.candidate.findFirst({ where: { id }, include: withDecision });
    return candidateView(found(row, "candidate"));
  }

  enter(actor: Actor, input: CandidateInput, origin: { stage?: Stage; sample?: boolean } = {}) {
    return this.journal.write(actor, async (tx) => {
      await insistOnOwner(tx, input.ownerId);
      await this.fields.insistOnValues(tx, input.fields);
      const row = await tx.candidate.create({
        include: withDecision,
        data: {
          ...factsOf(input),
          ...origin,
          name: input.name,
          nameKey: factsOf(input).nameKey ?? "",
          teamId: actor.teamId,
          createdById: actor.memberId,
        },
      });
      return filed(candidateView(row), { verb: "candidates.entered", candidateId: row.id });
    });
  }

  edit(actor: Actor, id: string, patch: CandidatePatch, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      await lockCandidate(tx, actor.teamId, id);
      const current = candidateView(
        found(await tx.candidate.findFirst({ where: { id }, include: withDecision }), "candidate"),
      );
      insistOnMatch(match, Candidate, current);
      await this.insistOnFacts(tx, patch, current);
      const row = await this.rewrite(tx, actor, current, patch);
      const before = Object.fromEntries(
        Object.keys(patch).map((key) => [key, current[key as keyof typeof current] ?? null]),
      );
      return filed(candidateView(row), {
        verb: "candidates.edited",
        candidateId: id,
        before: before as object,
        after: patch as object,
      });
    });
  }

  async insistOnFacts(
    tx: Tx,
    patch: CandidatePatch,
    current: Pick<Candidate, "fields" | "ownerId">,
  ) {
    if (patch.ownerId !== current.ownerId) await insistOnOwner(tx, patch.ownerId);
    await this.fields.insistOnValues(tx, patch.fields, current.fields);
  }

  /** Writes facts that have been insisted on, or that stood here before. */
  rewrite(
    tx: Tx,
    { teamId }: Actor,
    { id, fields }: Pick<Candidate, "id" | "fields">,
    patch: CandidatePatch,
  ) {
    return tx.candidate.update({
      where: { teamId_id: { teamId, id } },
      data: factsOf(patch, fields),
      include: withDecision,
    });
  }

  archive(actor: Actor, id: string) {
    return this.setArchived(actor, id, new Date(), "candidates.archived");
  }

  restore(actor: Actor, id: string) {
    return this.setArchived(actor, id, null, "candidates.restored");
  }

  /** Whoever signs, recuses or reveals takes turns on the candidate. */
  lock(tx: Tx, actor: Pick<Actor, "teamId">, id: string) {
    return lockCandidate(tx, actor.teamId, id);
  }

  /** From now on the team sees the reviews, for ever; it goes to Discussion by itself. */
  async reveal(tx: Tx, actor: Pick<Actor, "teamId">, id: string) {
    const { stage } = found(await tx.candidate.findFirst({ where: { id } }), "candidate");
    await tx.candidate.update({
      where: { teamId_id: { teamId: actor.teamId, id } },
      data: { revealedAt: new Date(), stage: stage === "decided" ? stage : "discussion" },
    });
  }

  private setArchived(actor: Actor, id: string, archivedAt: Date | null, verb: Verb) {
    return this.journal.write(actor, async (tx) => {
      await lockCandidate(tx, actor.teamId, id);
      const current = found(
        await tx.candidate.findFirst({ where: { id }, include: withDecision }),
        "candidate",
      );
      const row =
        (current.archivedAt === null) === (archivedAt === null)
          ? current
          : await tx.candidate.update({
              where: { teamId_id: { teamId: actor.teamId, id } },
              data: { archivedAt },
              include: withDecision,
            });
      return filed(candidateView(row), { verb, candidateId: id });
    });
  }
}

export async function insistOnOwner(
  tx: Tx,
  ownerId: string | null | undefined,
  pointer = "#/ownerId",
) {
  if (!ownerId) return;
  if (await tx.member.findFirst({ where: { id: ownerId, sample: false, ...standing } })) return;
  throw invalid(pointer, "candidates.owner", "Choose an owner among the members of this team.");
}
