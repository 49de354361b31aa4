import type { discussion as en } from "../en/discussion";
import type { Twin } from "../twin";

export const discussion = {} satisfies Twin<typeof en>;
