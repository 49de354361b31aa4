import { CandidateInput } from "@highwater/shared/candidates/contract";
import type { ImportRow, RowError } from "@highwater/shared/exchange/contract";
import type { z } from "zod";
import type { ImportRow as Row } from "../../generated/prisma/client.js";
import type { ReadDb } from "../../platform/team-scope.js";

type View = z.input<typeof ImportRow>;
type Facts = Record<string, unknown>;

const known = Object.keys(CandidateInput.shape).filter((key) => key !== "name" && key !== "fields");

/** Every fact that is there; team fields stand apart, where none can be taken for a fact. */
const factsOf = (facts: unknown, fields: unknown): Facts => {
  const held = facts as Facts;
  const kept = known.flatMap((key) =>
    held[key] === null || held[key] === undefined ? [] : [[key, held[key]]],
  );
  return { ...Object.fromEntries(kept), fields: (fields ?? {}) as Facts };
};

/** What the row resembles: an earlier row of the file, or a candidate of the pipeline. */
async function matchOf(
  db: Pick<ReadDb, "candidate" | "importRow">,
  row: Row,
): Promise<View["match"]> {
  if (row.outcome !== "duplicate") return null;
  if (row.matchRow !== null) {
    const earlier = await db.importRow.findFirst({
      where: { importId: row.importId, row: row.matchRow },
    });
    return earlier
      ? {
          id: null,
          row: earlier.row,
          name: earlier.name ?? "",
          facts: factsOf(earlier.facts ?? {}, earlier.fields ?? {}),
        }
      : null;
  }
  const candidate = row.matchId
    ? await db.candidate.findFirst({ where: { id: row.matchId } })
    : null;
  return candidate
    ? {
        id: candidate.id,
        row: null,
        name: candidate.name,
        facts: factsOf(candidate, candidate.fields),
      }
    : null;
}

export async function rowView(
  db: Pick<ReadDb, "candidate" | "importRow">,
  row: Row,
): Promise<View> {
  return {
    row: row.row,
    outcome: row.outcome as View["outcome"],
    choice: row.choice as View["choice"],
    name: row.name,
    facts: factsOf(row.facts ?? {}, row.fields ?? {}),
    because: row.because as View["because"],
    match: await matchOf(db, row),
    errors: (row.errors as unknown as RowError[] | null) ?? [],
  };
}
