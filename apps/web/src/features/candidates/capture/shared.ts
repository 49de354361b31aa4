import { readLine } from "@highwater/shared/candidates/capture-line";
import type { NewSearch } from "./search";

interface Shared {
  title?: string | undefined;
  text?: string | undefined;
  url?: string | undefined;
}

/** What a share sheet hands over, as one message: title, words and link come in any of its three fields. */
export function readShared({ title = "", text = "", url = "" }: Shared): NewSearch {
  const words = text.includes(title) ? text : `${title} ${text}`;
  const said = readLine((words.includes(url) ? words : `${words} ${url}`).slice(0, 4000));
  return {
    name: said?.name ?? undefined,
    url: said?.website ?? undefined,
    note: said?.note ?? undefined,
  };
}
