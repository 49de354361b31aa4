import type { PortfolioExtras } from "@highwater/shared/exchange/portfolio";
import type { Scores } from "@highwater/shared/reviews/contract";
import { copyLine } from "../../platform/copy.js";
import type { StagedRow } from "./row-plan.js";

/** A member's id, or `#n` for the n-th person whom the file names. */
export type Ref = string;

interface StagedVersion {
  number: number | null;
  rubricVersion: number | null;
  summary: string | null;
  scores: Scores;
  signedAt: string | null;
}

export interface StagedReview {
  by: Ref;
  notBlind: boolean;
  /** Null is the time of the commit. */
  signedAt: string | null;
  versions: StagedVersion[];
}

type Told<T> = Omit<T, "by"> & { by: Ref };
type One<K extends keyof PortfolioExtras> = PortfolioExtras[K] extends (infer T)[] ? T : never;

/** What comes with a staged row beside facts and fields. */
export interface Extras {
  /** Of the candidate that the row becomes where it becomes one. */
  id: string;
  state: {
    stage: PortfolioExtras["stage"];
    sample: boolean;
    revealedAt: string | null;
    archivedAt: string | null;
    createdAt: string;
    createdBy: Ref | null;
    owner: Ref | null;
  } | null;
  decisions: (Omit<Told<One<"decisions">>, "withdrawnBy"> & { withdrawnBy: Ref | null })[];
  trials: Told<One<"trials">>[];
  evidence: (Told<One<"evidence">> & { fileId: string | null })[];
  reviews: StagedReview[];
  recusals: Told<One<"recusals">>[];
}

export const onlyReviews = (id: string, review: StagedReview): Extras => ({
  id,
  state: null,
  decisions: [],
  trials: [],
  evidence: [],
  reviews: [review],
  recusals: [],
});

export const stagedWithExtras = `"ImportRow" ("teamId", "importId", row, outcome, name, "nameKey", "websiteKey", "matchId", facts, fields, errors, extras)`;

export interface Of {
  teamId: string;
  importId: string;
}

export const lineWithExtras = (
  { teamId, importId }: Of,
  made: StagedRow,
  extras: Extras | null,
): string =>
  copyLine([
    teamId,
    importId,
    made.row,
    made.errors.length > 0 ? "error" : "ready",
    made.name,
    made.nameKey,
    made.websiteKey,
    made.id,
    JSON.stringify(made.facts),
    JSON.stringify(made.fields),
    made.errors.length > 0 ? JSON.stringify(made.errors) : null,
    extras && made.errors.length === 0 ? JSON.stringify(extras) : null,
  ]);

/** Lines as COPY takes them, some at a time. */
export async function* bundled(
  lines: AsyncIterable<string>,
  { signal, progress }: { signal: AbortSignal; progress(done: number): Promise<void> },
): AsyncGenerator<string> {
  let held = "";
  let count = 0;
  for await (const line of lines) {
    held += line;
    count += 1;
    if (held.length < 64 * 1024) continue;
    yield held;
    held = "";
    signal.throwIfAborted();
    await progress(count);
  }
  if (held !== "") yield held;
}
