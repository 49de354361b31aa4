import { z } from "zod";

/** Raw unless asked for: nobody is shown adjusted figures without having chosen them. */
export const LeniencySearch = z.object({ adjusted: z.literal("1").optional().catch(undefined) });
export type LeniencySearch = z.infer<typeof LeniencySearch>;
