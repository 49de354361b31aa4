import { Moment } from "@highwater/shared/ranking/contract";
import { z } from "zod";

/** Since when: a time, a date, or a closed round. Left out, since the last visit. */
export const ChangesSearch = z.object({ since: Moment.optional().catch(undefined) });
export type ChangesSearch = z.infer<typeof ChangesSearch>;
