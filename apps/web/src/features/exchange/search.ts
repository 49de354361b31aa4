import { z } from "zod";

/** `step` is asked for only to go back; without it, one lands where the import stands. */
export const WizardSearch = z.object({
  step: z.enum(["file", "columns"]).optional().catch(undefined),
});
