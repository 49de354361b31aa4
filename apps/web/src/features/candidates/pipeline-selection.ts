import { useEffect, useState } from "react";
import type { Chosen } from "./bulk";
import type { PipelineSearch } from "./pipeline-search";

export type Selection = ReturnType<typeof useSelection>;

/** Which rows are chosen: some of those loaded, or all that the filter selects. A new filter begins anew. */
export function useSelection(
  { sort: _, ...filter }: PipelineSearch,
  rows: readonly { id: string }[],
  count: number,
) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const [anchor, setAnchor] = useState<string>();
  const choose = (next: Iterable<string>) => {
    setIds(new Set(next));
    setWhole(false);
  };
  const clear = () => choose([]);
  const place = JSON.stringify(filter);
  useEffect(clear, [place]);
  const has = (id: string) => whole || ids.has(id);
  const toggle = (id: string) => {
    const held = whole ? rows.map((row) => row.id) : [...ids];
    choose(has(id) ? held.filter((one) => one !== id) : [...held, id]);
    setAnchor(id);
  };
  /** From the row that was chosen last up to this one. */
  const extend = (id: string, from = anchor) => {
    const at = rows.findIndex((row) => row.id === id);
    const begun = rows.findIndex((row) => row.id === from);
    const [first, last] = begun < 0 ? [at, at] : [Math.min(at, begun), Math.max(at, begun)];
    choose([...ids, ...rows.slice(first, last + 1).map((row) => row.id)]);
    setAnchor(begun < 0 ? id : from);
  };
  const everyLoaded = rows.length > 0 && rows.every((row) => has(row.id));
  const chosen: Chosen = whole ? { filter } : { ids: [...ids] };
  return {
    has,
    toggle,
    extend,
    clear,
    chosen,
    everyLoaded,
    size: whole ? count : ids.size,
    whole,
    toggleLoaded: () => (everyLoaded ? clear() : choose(rows.map((row) => row.id))),
    chooseWhole: () => setWhole(true),
    /** The filter selects more than is chosen. */
    more: !whole && everyLoaded && count > ids.size,
  };
}
