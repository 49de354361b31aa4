import type { exchange as en } from "../en/exchange";
import type { Twin } from "../twin";

export const exchange = {} satisfies Twin<typeof en>;
