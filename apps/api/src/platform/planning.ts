import type { Tx } from "./team-scope.js";

/** Joins of more rows than this go by hash. */
const fewRows = 1_000;

/**
 * Of rows that have just come PostgreSQL has no statistics: it takes them for a handful, and would join a hundred
 * thousand of them by comparing each with each. Until `planAgain` it may not.
 */
export async function planForMany(db: Tx, rows: number) {
  if (rows > fewRows) await db.$executeRaw`select set_config('enable_nestloop', 'off', true)`;
}

export async function planAgain(db: Tx) {
  await db.$executeRaw`select set_config('enable_nestloop', 'on', true)`;
}
