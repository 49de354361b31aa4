import { z } from "zod";
import { Id, line } from "../kernel/contract.js";

/** Pages that a view may name. */
export const viewPages = ["candidates", "ranking"] as const;

export const ViewInput = z
  .strictObject({
    name: line(60),
    page: z.enum(viewPages),
    /** The page's query as in its URL, without the question mark. */
    query: z.string().max(4000),
    shared: z.boolean().default(false),
  })
  .meta({ id: "ViewInput" });
export type ViewInput = z.infer<typeof ViewInput>;

export const ViewPatch = z
  .strictObject({ name: line(60), query: z.string().max(4000), shared: z.boolean() })
  .partial()
  .meta({ id: "ViewPatch" });
export type ViewPatch = z.infer<typeof ViewPatch>;

/** `count`: how many the viewer finds there now; null where its query can't be read any more. */
export const View = z
  .object({
    id: Id,
    name: z.string(),
    page: z.enum(viewPages),
    query: z.string(),
    shared: z.boolean(),
    mine: z.boolean(),
    count: z.int().nullable(),
  })
  .meta({ id: "View" });
export type View = z.infer<typeof View>;
export const Views = z.object({ items: z.array(View) }).meta({ id: "Views" });
export type Views = z.infer<typeof Views>;
