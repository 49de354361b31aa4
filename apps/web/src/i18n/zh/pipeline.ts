import type { pipeline as en } from "../en/pipeline";
import type { Twin } from "../twin";

export const pipeline = {} satisfies Twin<typeof en>;
