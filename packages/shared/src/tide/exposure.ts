import type { Market } from "../candidates/contract.js";
import { type Defences, defence, type Moat } from "./defence.js";

/** The strongest human; at and above it the rules of the game change. Source: minutes L69-71. */
export const strongestHuman = 100;

/** Levels of the catalogue by capability, 0-100. */
export type Levels = Readonly<Record<string, number>>;

export interface Clock {
  months: number;
  base: number;
  period: number;
}

/** Performance doubles every 18 months. Source: minutes L440. */
export const startingClock = { base: 2, period: 18 } as const;

/** A release as the projection needs it. `old` is frozen by publishing; before, it is the catalogue's level. */
export interface Wave {
  id: string;
  market: Market;
  likelihood: number;
  raises: readonly { capability: string; level: number; old?: number | undefined }[];
}

export interface Relied {
  capability: string;
  share: number;
  confirmed: boolean;
}

/** What of a candidate decides how far a release reaches it. */
export interface Reached {
  market: Market | null;
  moats: readonly Moat[];
  reliance: readonly Relied[];
  /** Of each published release, the share of the counted reviews that were signed before it; 1 where unsaid. */
  before?: Readonly<Record<string, number>>;
}

export interface Rise {
  from: number;
  to: number;
  g: number;
  boundary: boolean;
}

/** A scenario, read once for any number of candidates. Releases stand in the order of their ids. */
export interface Tide {
  waves: readonly { wave: Wave; rises: ReadonlyMap<string, Rise> }[];
  clock: ReadonlyMap<string, Rise>;
  defences: Defences;
}

/**
 * How far a level rises toward the strongest human.
 *
 *   g = 1 if old < 100 ≤ new (boundary)      g = 0 if new ≤ old or old ≥ 100
 *   g = (new − old) / (100 − old) otherwise
 *
 * Units: levels 0-100, g 0-1. Errors: none. Source: docs/tide.md, "Rise" (minutes L69-71).
 */
export function rise(from: number, to: number): Rise {
  if (from >= strongestHuman || to <= from) return { from, to, g: 0, boundary: false };
  if (to >= strongestHuman) return { from, to, g: 1, boundary: true };
  return { from, to, g: (to - from) / (strongestHuman - from), boundary: false };
}

/**
 * How much of the headroom below the strongest human the clock takes.
 *
 *   g = 1 − base^(−months / period)
 *
 * Months 0-120; g 0 at 0, exactly .5 at 18 months of base 2 and period 18, below 1 for ever: the clock never
 * crosses the boundary. Errors: none for base > 1 and period > 0. Source: docs/tide.md, "Clock" (minutes L440).
 */
export const headroomTaken = ({ months, base, period }: Clock): number =>
  1 - base ** -(months / period);

/** Reads a scenario: every g from the same base levels, releases in one order whatever order they were given in. */
export function tideOf(
  levels: Levels,
  waves: readonly Wave[],
  clock: Clock,
  defences: Defences,
): Tide {
  const taken = headroomTaken(clock);
  const below = Object.entries(levels).filter(([, from]) => from < strongestHuman);
  return {
    defences,
    waves: [...waves]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((wave) => ({ wave, rises: risesOf(wave, levels) })),
    clock: new Map(
      below.map(([capability, from]) => [
        capability,
        { from, to: from + (strongestHuman - from) * taken, g: taken, boundary: false },
      ]),
    ),
  };
}

const risesOf = ({ raises }: Wave, levels: Levels): Map<string, Rise> =>
  new Map(
    raises.map(({ capability, old = levels[capability] ?? 0, level }) => [
      capability,
      rise(old, level),
    ]),
  );

/** Whether a release touches a candidate: one for all does, one of a market those of it and the global ones. */
export const touches = (release: Market, candidate: Market | null): boolean =>
  release === "global" || candidate === "global" || candidate === release;

/** One term of an exposure: what it rests on, and how much it adds. */
export interface Term {
  wave: Wave | null;
  relied: Relied;
  rise: Rise;
  defence: number;
  /** p, times the share of counted reviews signed before a published release. */
  likelihood: number;
  /** likelihood · share · g · (1 − defence) */
  amount: number;
}

const termOf = (
  wave: Wave | null,
  relied: Relied,
  rise: Rise,
  held: number,
  likelihood: number,
): Term => {
  const defence = rise.boundary ? 0 : held;
  const amount = likelihood * relied.share * rise.g * (1 - defence);
  return { wave, relied, rise, defence, likelihood, amount };
};

/** Every term that reaches a candidate, the clock's last; those of nothing are left out. */
export function termsOf(candidate: Reached, tide: Tide): Term[] {
  const held = defence(candidate.moats, tide.defences);
  const terms: Term[] = [];
  const add = (wave: Wave | null, rises: ReadonlyMap<string, Rise>, likelihood: number) => {
    if (likelihood === 0) return;
    for (const relied of candidate.reliance) {
      const one = rises.get(relied.capability);
      if (one && one.g > 0 && relied.share > 0)
        terms.push(termOf(wave, relied, one, held, likelihood));
    }
  };
  for (const { wave, rises } of tide.waves)
    if (touches(wave.market, candidate.market)) add(wave, rises, likelihoodFor(wave, candidate));
  add(null, tide.clock, 1);
  return terms;
}

/** p, times the share of the candidate's counted reviews that were signed before a published release. */
const likelihoodFor = ({ id, likelihood }: Wave, { before }: Reached): number =>
  likelihood * (before?.[id] ?? 1);

export interface Exposure {
  /** E: of the releases and the clock together. */
  exposure: number;
  /** 1 − Π_r (1 − p_r·e_r): of the releases alone. */
  releases: number;
  /** e_clock where g reaches 1: what the clock could take at the end of time. */
  most: number;
  /** Which share of all the terms rests on unconfirmed reliance; 0 where nothing reaches it. */
  unconfirmed: number;
}

/** What one release or the clock reaches: all of it, and the part that nobody has confirmed. */
function reach(
  reliance: readonly Relied[],
  rises: ReadonlyMap<string, Rise>,
  open: number,
  sums: { all: number; unconfirmed: number },
): void {
  sums.all = 0;
  sums.unconfirmed = 0;
  for (const { capability, share, confirmed } of reliance) {
    const one = rises.get(capability);
    if (one === undefined) continue;
    const amount = share * one.g * (one.boundary ? 1 : open);
    sums.all += amount;
    if (!confirmed) sums.unconfirmed += amount;
  }
}

/**
 * How much of a candidate a scenario reaches.
 *
 *   e = Σ_c reliance_c · g_c · (1 − d_c)             d_c = 0 at the boundary, else the defence
 *   E = 1 − (1 − e_clock) · Π_r (1 − p_r · e_r)      p_r times the share signed before, of a published one
 *
 * Units: shares 0-1. E is 0 exactly where nothing reaches it, and never falls when a level, a likelihood or the
 * months rise. Errors: none for shares that sum to at most 1. Source: docs/tide.md, "Exposure".
 */
export function exposure(candidate: Reached, tide: Tide): Exposure {
  const { reliance } = candidate;
  const open = 1 - defence(candidate.moats, tide.defences);
  const sums = { all: 0, unconfirmed: 0 };
  let [dry, all, unconfirmed, below] = [1, 0, 0, 0];
  for (const { wave, rises } of tide.waves) {
    if (!touches(wave.market, candidate.market)) continue;
    const likelihood = likelihoodFor(wave, candidate);
    reach(reliance, rises, open, sums);
    dry *= 1 - likelihood * Math.min(1, sums.all);
    all += likelihood * sums.all;
    unconfirmed += likelihood * sums.unconfirmed;
  }
  reach(reliance, tide.clock, open, sums);
  for (const { capability, share } of reliance) if (tide.clock.has(capability)) below += share;
  all += sums.all;
  return {
    exposure: 1 - (1 - Math.min(1, sums.all)) * dry,
    releases: 1 - dry,
    most: Math.min(1, below) * open,
    unconfirmed: all > 0 ? (unconfirmed + sums.unconfirmed) / all : 0,
  };
}
