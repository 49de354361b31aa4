import type { capture as en } from "../en/capture";
import type { Twin } from "../twin";

export const capture = {} satisfies Twin<typeof en>;
