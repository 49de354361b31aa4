import { exposure, type Tide } from "./exposure.js";
import { type Afloat, crosses } from "./projection.js";

/**
 * The share of a candidate's counted reviews that were signed before a release was published.
 *
 *   share = #(signed < published) / #counted
 *
 * Units: milliseconds; a share 0-1. 0 without counted reviews: then there is no risk to project. Whoever signs
 * again signs after it, so the release ends to count as the reviews answer it. Errors: none.
 * Source: docs/tide.md, "Publishing".
 */
export function signedBefore(signed: readonly number[], published: number): number {
  if (signed.length === 0) return 0;
  return signed.filter((at) => at < published).length / signed.length;
}

/**
 * The candidates that a publication makes cross: submerged, or under G2, with it and not without it. Those that
 * earlier publications have brought there already are none of it.
 *
 * Errors: none. Source: docs/tide.md, "Publishing".
 */
export const crossing = (candidates: readonly Afloat[], without: Tide, withIt: Tide): string[] =>
  candidates
    .filter((one) => crosses(one, exposure(one, without).exposure, exposure(one, withIt).exposure))
    .map(({ id }) => id);
