import type { assignments as en } from "../en/assignments";
import type { Twin } from "../twin";

export const assignments = {} satisfies Twin<typeof en>;
