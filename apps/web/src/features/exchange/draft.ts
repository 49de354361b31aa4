import type { Import } from "@highwater/shared/exchange/contract";

const key = (id: string) => `hw-import-${id}`;

/** What a person has chosen but not yet sent; gone with the tab. */
function stored(id: string): string[] | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key(id)) ?? "null");
    if (Array.isArray(found) && found.every((one) => typeof one === "string")) return found;
  } catch {
    // A browser that stores nothing, or something else under our name: begin from the proposals.
  }
  return undefined;
}

export function storeDraft(id: string, mapping: readonly string[]) {
  try {
    sessionStorage.setItem(key(id), JSON.stringify(mapping));
  } catch {
    // It is kept on screen all the same.
  }
}

/** The mapping to begin with: one's own draft, else what was checked last, else the proposals. */
export function startingMapping({ id, mapping, shape }: Import): string[] {
  const fits = (one: string[] | null | undefined) => one?.length === shape.columns.length;
  const draft = stored(id);
  if (draft && fits(draft)) return draft;
  if (mapping && fits(mapping)) return mapping;
  return shape.columns.map(({ proposal }) => proposal);
}

export const hasDraft = (id: string) => stored(id) !== undefined;
