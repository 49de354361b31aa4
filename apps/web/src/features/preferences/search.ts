import { z } from "zod";

/** How many of the leaders are set against each other. */
export const [fewest, usual, most] = [2, 5, 10] as const;

export const DuelSearch = z.object({
  top: z.coerce.number().int().min(fewest).max(most).optional().catch(undefined),
});
export type DuelSearch = z.infer<typeof DuelSearch>;
