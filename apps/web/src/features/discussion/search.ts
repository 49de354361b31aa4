import { DissentSort } from "@highwater/shared/discussion/contract";
import { z } from "zod";

export const DissentSearch = z.object({
  sort: DissentSort.optional().catch(undefined),
  /** Without what is settled. */
  open: z.literal(true).optional().catch(undefined),
});
export type DissentSearch = z.infer<typeof DissentSearch>;
