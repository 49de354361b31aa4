import type { fields as en } from "../en/fields";
import type { Twin } from "../twin";

export const fields = {} satisfies Twin<typeof en>;
