import type { candidates as en } from "../en/candidates";
import type { Twin } from "../twin";

export const candidates = {} satisfies Twin<typeof en>;
