import { z } from "zod";

/** The other candidate, and whether this one is the one that stays. */
export const MergeSearch = z.object({
  with: z.uuid().optional().catch(undefined),
  keep: z.boolean().optional().catch(undefined),
});
