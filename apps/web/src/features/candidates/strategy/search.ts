import {
  type Assumption,
  assumptionLines,
  minutesAssumptions,
  StrategyAssumptions,
} from "@highwater/shared/candidates/strategy";
import { z } from "zod";

export const assumptions = Object.keys(assumptionLines) as Assumption[];

const field = (key: Assumption) =>
  z.coerce.number().pipe(StrategyAssumptions.shape[key]).optional().catch(undefined);

/** Only what differs from the start stands in the URL; what can't be read is as at the start. */
export const StrategySearch = z.object({
  requests: field("requests"),
  tokens: field("tokens"),
  growth: field("growth"),
  apiPrice: field("apiPrice"),
  nodeCapacity: field("nodeCapacity"),
  nodeCost: field("nodeCost"),
  hostingLeft: field("hostingLeft"),
  apiLeft: field("apiLeft"),
  fineTuning: field("fineTuning"),
  training: field("training"),
  cascade: field("cascade"),
});
export type StrategySearch = z.infer<typeof StrategySearch>;

export const assumptionsIn = (search: StrategySearch): StrategyAssumptions =>
  Object.fromEntries(
    assumptions.map((key) => [key, search[key] ?? minutesAssumptions[key]]),
  ) as StrategyAssumptions;

export const searchFor = (given: StrategyAssumptions): StrategySearch =>
  Object.fromEntries(
    assumptions
      .filter((key) => given[key] !== minutesAssumptions[key])
      .map((key) => [key, given[key]]),
  );
