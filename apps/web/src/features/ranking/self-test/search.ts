import { z } from "zod";
import { StudioSearch } from "../studio/search";

/** Weights as in the weight studio; the team's own reading of cases as `langchain.35315~jasper.24425`. */
export const SelfTestSearch = StudioSearch.pick({ weights: true }).extend({
  cases: z
    .string()
    .regex(/^[a-z-]+\.[0-5]{5}(~[a-z-]+\.[0-5]{5})*$/)
    .optional()
    .catch(undefined),
});
export type SelfTestSearch = z.infer<typeof SelfTestSearch>;
