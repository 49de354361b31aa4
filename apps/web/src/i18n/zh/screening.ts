import type { screening as en } from "../en/screening";
import type { Twin } from "../twin";

export const screening = {} satisfies Twin<typeof en>;
