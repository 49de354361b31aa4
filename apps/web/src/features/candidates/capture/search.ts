import { z } from "zod";

const text = z.string().optional().catch(undefined);

/** What a bookmarklet or a phone's share sheet knows of a page. */
export const NewSearch = z.object({ name: text, url: text, note: text });
export type NewSearch = z.infer<typeof NewSearch>;
