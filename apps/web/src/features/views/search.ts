import { Id } from "@highwater/shared/kernel/contract";
import { queryText } from "@highwater/shared/views/query-text";
import { z } from "zod";

/** Beside a page's own query: the view that it began from, to which changes may be saved. */
export const OpenView = z.object({ view: Id.optional().catch(undefined) });

/** What of the URL is the view's: not its name, nor the row that happens to be selected. */
export const viewText = ({ view: _, sel: __, peek: ___, ...query }: Record<string, unknown>) =>
  queryText(query);
