import type { notifications as en } from "../en/notifications";
import type { Twin } from "../twin";

export const notifications = {} satisfies Twin<typeof en>;
