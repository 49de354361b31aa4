import type { activity as en } from "../en/activity";
import type { Twin } from "../twin";

export const activity = {} satisfies Twin<typeof en>;
