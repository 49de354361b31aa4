/** A candidate that wants reviewers. */
export interface Wanting {
  id: string;
  /** Who has it already; they count towards k. */
  held: readonly string[];
  /** Who may not have it: a conflict of interest. */
  barred: readonly string[];
}

export interface Reviewer {
  id: string;
  /** How many they have already. */
  load: number;
  /** The most they may have, with what they have already; null is no limit. */
  cap: number | null;
}

export interface Distribution {
  given: { candidateId: string; memberId: string }[];
  /**
   * Candidates that stay below k. `conflicts`: fewer than k may review it at all. `caps`: enough may, but those
   * are full, and no exchange with others makes room.
   */
  short: { candidateId: string; missing: number; reason: "conflicts" | "caps" }[];
  loads: { memberId: string; before: number; after: number }[];
}

/** Numbers in [0, 1) that a seed decides: mulberry32. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sorted first, so that the order of the input changes nothing; then shuffled (Fisher-Yates). */
function drawn<T extends { id: string }>(items: readonly T[], random: () => number): T[] {
  const order = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] as T;
    order[at] = order[other] as T;
    order[other] = held;
  }
  return order;
}

/** The desk at which it is worked out: reviewers and candidates by number. */
interface Desk {
  reviewers: readonly Reviewer[];
  /** `free[r][c]`: r may take c, and has it not. */
  free: boolean[][];
  /** What is given here, reviewer by reviewer: the only things that may change hands. */
  given: number[][];
  random: () => number;
}

const loadOf = (desk: Desk, r: number) =>
  (desk.reviewers[r]?.load ?? 0) + (desk.given[r]?.length ?? 0);
const isFree = (desk: Desk, r: number, c: number) => desk.free[r]?.[c] ?? false;

function give(desk: Desk, r: number, c: number) {
  desk.given[r]?.push(c);
  (desk.free[r] as boolean[])[c] = false;
}

function take(desk: Desk, r: number, c: number) {
  const held = desk.given[r] as number[];
  held.splice(held.indexOf(c), 1);
  (desk.free[r] as boolean[])[c] = true;
}

/** Reviewers with room, the least loaded first; chance decides among equals. */
function byLoad(desk: Desk): number[] {
  const ranks = desk.reviewers.map(() => desk.random());
  return desk.reviewers
    .flatMap(({ cap }, r) => (cap === null || loadOf(desk, r) < cap ? [r] : []))
    .sort((a, b) => loadOf(desk, a) - loadOf(desk, b) || (ranks[a] ?? 0) - (ranks[b] ?? 0));
}

/**
 * Gives one of the open candidates one reviewer more: the least loaded who can be brought to it by a chain of
 * exchanges ("r takes x from s, s takes y from t, t takes the open one"). Answers which, or undefined.
 */
function serveOne(desk: Desk, open: readonly number[]): number | undefined {
  const cameBy = new Map<number, { from: number; via: number } | null>();
  for (const root of byLoad(desk)) {
    if (cameBy.has(root)) continue;
    cameBy.set(root, null);
    const queue = [root];
    for (const r of queue) {
      const target = open.find((c) => isFree(desk, r, c));
      if (target !== undefined) {
        exchange(desk, r, target, cameBy);
        return target;
      }
      desk.given.forEach((held, s) => {
        if (cameBy.has(s)) return;
        const via = held.find((c) => isFree(desk, r, c));
        if (via === undefined) return;
        cameBy.set(s, { from: r, via });
        queue.push(s);
      });
    }
  }
  return undefined;
}

function exchange(
  desk: Desk,
  last: number,
  target: number,
  cameBy: ReadonlyMap<number, { from: number; via: number } | null>,
) {
  give(desk, last, target);
  for (let r = last, step = cameBy.get(r); step; r = step.from, step = cameBy.get(r)) {
    take(desk, r, step.via);
    give(desk, step.from, step.via);
  }
}

/**
 * Gives every candidate k reviewers, as evenly as conflicts and caps allow.
 *
 *   Among all assignments: first the most places filled; then the most even coverage of candidates (least Σ n_c²,
 *   n_c = reviewers of c); then the most even loads (least Σ l_r², l_r = what r had + what r is given).
 *
 * It is a flow of least cost with convex costs, built by shortest augmenting paths (Busacker and Gowen): each step
 * serves a candidate of the lowest n_c, by the least loaded reviewer from whom a chain of exchanges leads there.
 * Inner edges cost nothing, so such a path is a shortest one, and every flow on the way is of least cost. Hence:
 *
 * - every candidate gets k whenever any assignment gives every candidate k;
 * - the loads are decreasingly minimal, since load vectors of such flows are an M-convex set, on which a least square
 *   sum is just that: the greatest load is as small, the least as great, and max − min as small as can be. Where an
 *   assignment exists whose loads differ by at most 1, they do;
 * - the same seed gives the same result, and the order of the input changes nothing.
 *
 * Units: candidates. Ranges: k an integer from 1; loads and caps integers from 0; seed any integer, used modulo 2³².
 * What has been assigned before is never moved. Time: O(places · (reviewers² · load + candidates)).
 * Errors: RangeError outside the ranges, or where an id comes twice.
 * Source: A. Frank, K. Murota, "Discrete decreasing minimization, Part I" (arXiv:1808.07600), theorem on square sums.
 */
export function distribute(
  candidates: readonly Wanting[],
  reviewers: readonly Reviewer[],
  k: number,
  seed: number,
): Distribution {
  insist(candidates, reviewers, k, seed);
  const random = chance(seed);
  const wanting = drawn(candidates, random);
  const people = drawn(reviewers, random);
  const closed = wanting.map(({ held, barred }) => new Set([...held, ...barred]));
  const free = people.map(({ id }) => closed.map((set) => !set.has(id)));
  const may = wanting.map((_, c) => free.filter((row) => row[c]).length);
  const desk: Desk = { reviewers: people, free, given: people.map(() => []), random };
  const count = wanting.map(({ held }) => new Set(held).size);
  for (let level = 0; level < k; level++) {
    const open = count.flatMap((n, c) => (n === level ? [c] : []));
    while (open.length > 0) {
      const served = serveOne(desk, open);
      if (served === undefined) break;
      count[served] = level + 1;
      open.splice(open.indexOf(served), 1);
    }
  }
  return {
    given: people.flatMap(({ id: memberId }, r) =>
      (desk.given[r] ?? []).map((c) => ({ candidateId: wanting[c]?.id ?? "", memberId })),
    ),
    short: wanting.flatMap(({ id, held }, c) => {
      const missing = k - (count[c] ?? 0);
      const enough = (may[c] ?? 0) + new Set(held).size >= k;
      return missing > 0
        ? [
            {
              candidateId: id,
              missing,
              reason: enough ? ("caps" as const) : ("conflicts" as const),
            },
          ]
        : [];
    }),
    loads: people.map(({ id, load }, r) => ({
      memberId: id,
      before: load,
      after: loadOf(desk, r),
    })),
  };
}

function insist(
  candidates: readonly Wanting[],
  reviewers: readonly Reviewer[],
  k: number,
  seed: number,
) {
  const natural = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!natural(k) || k < 1) throw new RangeError(`k is an integer from 1, not ${k}.`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed is an integer, not ${seed}.`);
  for (const { id, load, cap } of reviewers)
    if (!natural(load) || (cap !== null && !natural(cap)))
      throw new RangeError(`Load and cap of ${id} are integers from 0, not ${load} and ${cap}.`);
  for (const items of [candidates, reviewers])
    if (new Set(items.map(({ id }) => id)).size < items.length)
      throw new RangeError("An id comes twice.");
}
