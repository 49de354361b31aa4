import type { reviews as en } from "../en/reviews";
import type { Twin } from "../twin";

export const reviews = {} satisfies Twin<typeof en>;
