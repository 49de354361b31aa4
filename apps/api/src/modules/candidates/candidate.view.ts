import type { Candidate, CandidatePatch } from "@highwater/shared/candidates/contract";
import { nameKey, websiteKey } from "@highwater/shared/candidates/likeness";
import type { FieldValues } from "@highwater/shared/fields/contract";
import type { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.js";
import { memberName, withName } from "../../platform/member-name.js";

/** What comes with a candidate wherever it is shown: the decision that stands. */
export const withDecision = {
  decisions: { where: { withdrawnAt: null }, include: { member: withName } },
} as const satisfies Prisma.CandidateInclude;

type Row = Prisma.CandidateGetPayload<{ include: typeof withDecision }>;

function decisionOf([decision]: Row["decisions"]) {
  if (!decision) return null;
  const { outcome, reason, nextLook, trigger, ownerId, dueOn, member, at } = decision;
  return {
    outcome,
    reason,
    nextLook: nextLook?.toISOString().slice(0, 10) ?? null,
    trigger,
    ownerId,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    by: { id: member.id, name: memberName(member) },
    at: at.toISOString(),
  };
}

/** A row as the API shows it. What the contract doesn't name is stripped at the door. */
export function candidateView(row: Row): z.input<typeof Candidate> {
  return {
    ...(row as unknown as z.input<typeof Candidate>),
    decision: decisionOf(row.decisions),
    revealedAt: row.revealedAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The facts to write, with the keys by which duplicates are found. Team fields left out stay. */
export function factsOf(patch: CandidatePatch, fields: Record<string, unknown> = {}) {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as { [K in keyof CandidatePatch]?: Exclude<CandidatePatch[K], undefined> };
  return {
    ...given,
    ...(given.tags ? { tags: [...new Set(given.tags)] } : {}),
    ...(given.fields ? { fields: merged(fields, given.fields) } : {}),
    ...(given.name === undefined ? {} : { nameKey: nameKey(given.name) }),
    ...(given.website === undefined
      ? {}
      : { websiteKey: given.website === null ? null : websiteKey(given.website) }),
  };
}

/** An emptied field leaves no trace among the values. */
const merged = (fields: Record<string, unknown>, given: FieldValues) =>
  Object.fromEntries(
    Object.entries({ ...fields, ...given }).filter(([, value]) => value !== null),
  ) as Prisma.InputJsonObject;
