import type { merges as en } from "../en/merges";
import type { Twin } from "../twin";

export const merges = {} satisfies Twin<typeof en>;
