import type { Candidate, CandidatePatch } from "@highwater/shared/candidates/contract";
import { nameKey, websiteKey } from "@highwater/shared/candidates/likeness";
import type { z } from "zod";
import type { Candidate as Row } from "../../generated/prisma/client.js";

/** A row as the API shows it. What the contract doesn't name is stripped at the door. */
export function candidateView(row: Row): z.input<typeof Candidate> {
  return {
    ...(row as unknown as z.input<typeof Candidate>),
    revealedAt: row.revealedAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The facts to write, with the keys by which duplicates are found. */
export function factsOf(patch: CandidatePatch) {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as { [K in keyof CandidatePatch]?: Exclude<CandidatePatch[K], undefined> };
  return {
    ...given,
    ...(given.tags ? { tags: [...new Set(given.tags)] } : {}),
    ...(given.name === undefined ? {} : { nameKey: nameKey(given.name) }),
    ...(given.website === undefined
      ? {}
      : { websiteKey: given.website === null ? null : websiteKey(given.website) }),
  };
}
