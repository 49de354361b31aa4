import type { views as en } from "../en/views";
import type { Twin } from "../twin";

export const views = {} satisfies Twin<typeof en>;
