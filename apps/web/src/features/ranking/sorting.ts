import { type Sort, type SortKey, sortKeys } from "@highwater/shared/ranking/contract";

/** Best first where there is a best: names run from A, risk from low, all else from high. */
const first = (key: SortKey): Sort => (key === "name" || key === "overrun" ? key : `-${key}`);

const keyOf = (sort: Sort): SortKey | undefined =>
  sortKeys.find((key) => key === sort.replace("-", ""));

export const isSortedBy = (sort: Sort, key: SortKey) => keyOf(sort) === key;

/** What a click on a head means. */
export function nextSort(sort: Sort, key: SortKey): Sort {
  if (!isSortedBy(sort, key)) return first(key);
  return sort.startsWith("-") ? key : `-${key}`;
}

export const ariaSort = (sort: Sort, key: SortKey) => {
  if (!isSortedBy(sort, key)) return "none";
  return sort.startsWith("-") ? "descending" : "ascending";
};
