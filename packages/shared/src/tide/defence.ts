import type { moats } from "../candidates/contract.js";

export type Moat = (typeof moats)[number];
/** How much each moat holds back, 0-1. */
export type Defences = Readonly<Record<Moat, number>>;

/** What a team starts from; editable. Source: docs/tide.md, "Defence" (minutes L35, L296, L430-431, L554). */
export const startingDefences: Defences = {
  "heavy-operations": 0.6,
  network: 0.5,
  licence: 0.5,
  "private-data": 0.4,
  workflow: 0.35,
  "know-how": 0.3,
  "private-deployment": 0.25,
  "internal-cost": 0.2,
};

/**
 * What a candidate's moats hold back together.
 *
 *   d = 1 − Π (1 − d_m)      each moat once
 *
 * Units: shares 0-1. Without moats 0; each further moat raises it, none above 1. Errors: none for a table
 * of shares. Source: docs/tide.md, "Defence".
 */
export function defence(moats: readonly Moat[], table: Defences = startingDefences): number {
  let open = 1;
  for (const moat of [...new Set(moats)].sort()) open *= 1 - table[moat];
  return 1 - open;
}
