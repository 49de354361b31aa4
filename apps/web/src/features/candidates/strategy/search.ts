import { z } from "zod";

const number = z.coerce.number().optional().catch(undefined);

/** Assumptions that differ from the start. What can be reckoned with is decided where they are read. */
export const StrategySearch = z.object({
  requests: number,
  tokens: number,
  growth: number,
  apiPrice: number,
  nodeCapacity: number,
  nodeCost: number,
  hostingLeft: number,
  apiLeft: number,
  fineTuning: number,
  training: number,
  cascade: number,
});
export type StrategySearch = z.infer<typeof StrategySearch>;
