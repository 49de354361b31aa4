import type { rounds as en } from "../en/rounds";
import type { Twin } from "../twin";

export const rounds = {} satisfies Twin<typeof en>;
