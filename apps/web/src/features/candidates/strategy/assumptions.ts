import {
  type Assumption,
  assumptionLines,
  minutesAssumptions,
  StrategyAssumptions,
} from "@highwater/shared/candidates/strategy";
import type { StrategySearch } from "./search";

export const assumptions = Object.keys(assumptionLines) as Assumption[];

/** The URL's, where they can be reckoned with; else those of the start. */
export const assumptionsIn = (search: StrategySearch): StrategyAssumptions =>
  Object.fromEntries(
    assumptions.map((key) => [
      key,
      StrategyAssumptions.shape[key].catch(minutesAssumptions[key]).parse(search[key]),
    ]),
  ) as StrategyAssumptions;

export const searchFor = (given: StrategyAssumptions): StrategySearch =>
  Object.fromEntries(
    assumptions
      .filter((key) => given[key] !== minutesAssumptions[key])
      .map((key) => [key, given[key]]),
  );
