import { z } from "zod";

/** The memo's edition and language are in its address. */
export const MemoSearch = z.object({
  edition: z.enum(["internal", "lp"]).optional().catch(undefined),
  lang: z.enum(["en", "zh"]).optional().catch(undefined),
});
