import { z } from "zod";
import { Id, line } from "../kernel/contract.js";

/** Pages that a view may name. What their URLs may hold stands in `query.ts`. */
export const viewPages = ["ranking", "pipeline"] as const;
export const ViewPage = z.enum(viewPages);
export type ViewPage = z.infer<typeof ViewPage>;

/** At most so many views a member, and so many shared ones a team. */
export const maxViews = 50;
export const maxSharedViews = 100;

const name = line(80);
/** The page's query as in its URL, without the question mark. */
const query = z.string().max(4000);

export const ViewInput = z
  .strictObject({ name, page: ViewPage, query, shared: z.boolean().default(false) })
  .meta({ id: "ViewInput" });
export type ViewInput = z.infer<typeof ViewInput>;

export const ViewPatch = z
  .strictObject({ name, query, shared: z.boolean() })
  .partial()
  .meta({ id: "ViewPatch" });
export type ViewPatch = z.infer<typeof ViewPatch>;

export const View = z
  .object({
    id: Id,
    name: z.string(),
    page: ViewPage,
    query: z.string(),
    shared: z.boolean(),
    mine: z.boolean(),
    by: z.object({ id: Id, name: z.string() }),
  })
  .meta({ id: "View" });
export type View = z.infer<typeof View>;

/** `count`: how many the viewer finds there now; null where its query can't be read any more. */
export const CountedView = View.extend({ count: z.int().nullable() }).meta({ id: "CountedView" });
export type CountedView = z.infer<typeof CountedView>;
/** One's own, then those of others, each by name. */
export const Views = z.object({ items: z.array(CountedView) }).meta({ id: "Views" });
export type Views = z.infer<typeof Views>;
