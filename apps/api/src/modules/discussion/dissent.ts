import type { DissentItem, DissentPage, DissentQuery } from "@highwater/shared/discussion/contract";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";

type Keys = readonly (string | number)[];

/** What a sort compares, always ascending; those without a total come last either way. */
function keysOf({ sort }: DissentQuery, item: DissentItem): Keys {
  const back = sort.startsWith("-");
  const turned = (figure: number) => (back ? -figure : figure);
  const end = [item.name, item.id];
  if (sort.endsWith("name")) return end;
  if (sort.endsWith("total"))
    return [item.total === null ? Number.MAX_VALUE : turned(item.total), ...end];
  return [turned(sort.endsWith("spread") ? item.spread : item.champions.length), ...end];
}

const collation = new Intl.Collator("zh");

function compare(a: Keys, b: Keys): number {
  for (const [at, key] of a.entries()) {
    const other = b[at] ?? "";
    const order =
      typeof key === "number" && typeof other === "number"
        ? key - other
        : collation.compare(String(key), String(other));
    if (order !== 0) return order;
  }
  return 0;
}

const isOpen = ({ criteria, champions }: DissentItem) =>
  champions.length > 0 || criteria.some(({ settledAt }) => settledAt === null);

/** One page of what is in dispute; they are few, since only revealed candidates are. */
export function pageOf(items: readonly DissentItem[], query: DissentQuery): DissentPage {
  const { sort, open, cursor, limit } = query;
  const way = sort === "-name" ? -1 : 1;
  const wanted = items
    .filter((item) => !open || isOpen(item))
    .map((item) => ({ item, keys: keysOf(query, item) }))
    .sort((a, b) => way * compare(a.keys, b.keys));
  const seal = `dissent ${sort} ${open}`;
  const after = decodeCursor(cursor, seal, z.array(z.string().or(z.number())));
  const rest = after ? wanted.filter(({ keys }) => way * compare(keys, after) > 0) : wanted;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    count: wanted.length,
    nextCursor: rest.length > limit && last ? encodeCursor(seal, last.keys) : null,
  };
}
