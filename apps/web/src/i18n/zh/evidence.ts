import type { evidence as en } from "../en/evidence";
import type { Twin } from "../twin";

export const evidence = {} satisfies Twin<typeof en>;
