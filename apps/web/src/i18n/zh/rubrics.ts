import type { rubrics as en } from "../en/rubrics";
import type { Twin } from "../twin";

export const rubrics = {} satisfies Twin<typeof en>;
