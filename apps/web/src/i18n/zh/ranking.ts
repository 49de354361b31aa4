import type { ranking as en } from "../en/ranking";
import type { Twin } from "../twin";

export const ranking = {} satisfies Twin<typeof en>;
