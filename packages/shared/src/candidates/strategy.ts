import { z } from "zod";

export const strategies = ["api", "fine-tune", "own", "cascade"] as const;
/** A model over an API; an open model fine-tuned and hosted; a model trained from nothing; a small one first. */
export type Strategy = (typeof strategies)[number];

/** What the curve spans. */
export const months = 36;

const refused = (code: string, error: string) => ({ error, params: { code: `strategy.${code}` } });
const amount = (most: number) =>
  z
    .number()
    .refine(
      (n) => Number.isFinite(n) && n >= 0 && n <= most,
      refused("amount", `Write a number from 0 to ${most}.`),
    );
const share = z
  .number()
  .refine((n) => n >= 0 && n <= 1, refused("share", "Write a share from 0 to 1."));

/** All that costs turn on. Money in US dollars. */
export const StrategyAssumptions = z.strictObject({
  /** Requests in the first month, thousands of tokens each, and growth from month to month. */
  requests: amount(1e12),
  tokens: amount(1e6),
  growth: amount(1),
  /** Dollars per thousand tokens over an API. */
  apiPrice: amount(1e6),
  /** Requests that one hosted node answers in a month, and what hosting it costs at first. */
  nodeCapacity: amount(1e12).refine((n) => n > 0, refused("capacity", "Write a number above 0.")),
  nodeCost: amount(1e9),
  /** What is left of a price after a year: of hosting, and of an API. */
  hostingLeft: share,
  apiLeft: share,
  /** Paid once, before the first month. */
  fineTuning: amount(1e12),
  training: amount(1e12),
  /** Of all requests, those that a small model answers in a cascade. */
  cascade: share,
});
export type StrategyAssumptions = z.infer<typeof StrategyAssumptions>;
export type Assumption = keyof StrategyAssumptions;

/** Where an assumption comes from: a line of the minutes of 19 March 2023, or nobody but us. */
export const assumptionLines: Readonly<Record<Assumption, number | null>> = {
  requests: null,
  tokens: null,
  growth: null,
  apiPrice: null,
  nodeCapacity: null,
  nodeCost: 562,
  hostingLeft: 562,
  apiLeft: 440,
  fineTuning: 560,
  training: 524,
  cascade: 528,
};

/**
 * The minutes' figures: a node for $15,000 and a fall to between a third and a fifth each year (L562, the mean of both
 * is taken), fine-tuning for $100,000 (L560), a model good enough for copy for 10 to 20 million (L524, the middle),
 * performance doubled in 18 months (L440: the same for 0.63 of the price after a year). What has no line is ours.
 */
export const minutesAssumptions: StrategyAssumptions = {
  requests: 1_000_000,
  tokens: 1.5,
  growth: 0.08,
  apiPrice: 0.03,
  nodeCapacity: 3_000_000,
  nodeCost: 15_000,
  hostingLeft: 0.27,
  apiLeft: 0.63,
  fineTuning: 100_000,
  training: 15_000_000,
  cascade: 0.7,
};

/** Fine-tuning as the minutes state it (L560), and as their own arithmetic gives it: 1/10,000 of $100M (L558). */
export const fineTuningFigures = {
  stated: 100_000,
  computed: 100_000_000 / 10_000,
  lines: { stated: 560, computed: 558 },
} as const;

export interface CostCurve {
  /** Dollars in each month. */
  monthly: number[];
  /** Dollars up to and with each month, what is paid once included. */
  cumulative: number[];
}

/**
 * What each strategy costs over 36 months. In month m = 0 … 35, with a month's requests R_m = R · (1 + g)^m:
 *
 *   api       R_m · k · p · a^(m/12)
 *   hosted    ⌈R_m / C⌉ · h · b^(m/12)                       none where there is no request
 *   fine-tune fine-tuning once + hosted
 *   own       training once + hosted
 *   cascade   fine-tuning once where c > 0 + hosted for c · R_m + api for (1 − c) · R_m
 *
 * with k thousand tokens a request, p the API's price, a and b what is left of prices after a year, C the requests of
 * a node, h its monthly cost, c the share that the small model answers.
 *
 * Units: US dollars. Ranges: 0 or more. Errors: a ZodError that names the assumption which is out of range.
 * Source: minutes L520-L530, L556-L564.
 */
export function costsOf(input: StrategyAssumptions): Record<Strategy, CostCurve> {
  const given = StrategyAssumptions.parse(input);
  const inMonth = Array.from({ length: months }, (_, month) => ({
    requests: given.requests * (1 + given.growth) ** month,
    apiLeft: given.apiLeft ** (month / 12),
    hostingLeft: given.hostingLeft ** (month / 12),
  }));
  const api = (share: number) =>
    inMonth.map(
      ({ requests, apiLeft }) => share * requests * given.tokens * given.apiPrice * apiLeft,
    );
  const hosted = (share: number) =>
    inMonth.map(
      ({ requests, hostingLeft }) =>
        Math.ceil((share * requests) / given.nodeCapacity) * given.nodeCost * hostingLeft,
    );
  const { cascade } = given;
  const remote = api(1 - cascade);
  return {
    api: curveOf(0, api(1)),
    "fine-tune": curveOf(given.fineTuning, hosted(1)),
    own: curveOf(given.training, hosted(1)),
    cascade: curveOf(
      cascade > 0 ? given.fineTuning : 0,
      hosted(cascade).map((cost, month) => cost + (remote[month] ?? 0)),
    ),
  };
}

function curveOf(once: number, monthly: number[]): CostCurve {
  let sum = once;
  return {
    monthly,
    cumulative: monthly.map((cost) => {
      sum += cost;
      return sum;
    }),
  };
}

/**
 * The first month (1-36) up to which one strategy has cost less than another, and stays cheaper from then on; null
 * where it never does.
 *
 * Errors: none.
 */
export function cheaperFrom(one: CostCurve, other: CostCurve): number | null {
  const dearer = one.cumulative.findLastIndex(
    (cost, month) => cost >= (other.cumulative[month] ?? 0),
  );
  return dearer === months - 1 ? null : dearer + 2;
}

/** The cheapest after so many months (1-36); of equals the one named first. */
export const cheapestAt = (costs: Record<Strategy, CostCurve>, month: number): Strategy =>
  strategies.reduce((best, one) =>
    (costs[one].cumulative[month - 1] ?? 0) < (costs[best].cumulative[month - 1] ?? 0) ? one : best,
  );
