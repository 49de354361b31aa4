/** What a forecast of 50 % gets, whatever comes: who knows nothing and says so. */
export const chanceScore = 0.25;

/**
 * How far a forecast was from what came.
 *
 *   score = (p − o)²    o = 1 where the claim came true, 0 where it did not
 *
 * Units: none. Ranges: p 0-1; the score 0-1, 0 is best; 0.25 is what 50 % always gets. Errors: RangeError for a p
 * outside of 0-1. Source: Brier, G. W. (1950), Verification of forecasts expressed in terms of probability, Monthly
 * Weather Review 78, 1-3; here halved, as for one event of two outcomes.
 */
export function brierScore(probability: number, cameTrue: boolean): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError("A probability is a number from 0 to 1.");
  return (probability - Number(cameTrue)) ** 2;
}

/**
 * The mean of several scores; null of none.
 *
 * Units, ranges: as `brierScore`. Errors: none.
 */
export const meanScore = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;

/**
 * What a group foretells: the mean of its members' probabilities; null of nobody. Its score is never worse than the
 * mean of the members' scores, since the square is convex.
 *
 * Units, ranges: 0-1. Errors: none. Source: Clemen, R. T. (1989), Combining forecasts, Int. J. Forecasting 5, 559-583.
 */
export const groupForecast = (probabilities: readonly number[]): number | null =>
  meanScore(probabilities);
