import type { CountedView, ViewPage } from "@highwater/shared/views/contract";
import { useQuery } from "@tanstack/react-query";
import { viewsQuery } from "./queries";
import { viewText } from "./search";

export interface Place {
  page: ViewPage;
  /** The page's query, with the `view` that it began from. */
  search: Record<string, unknown>;
}

/** The view that the page stands in: the one named in the URL, or one that selects the same. */
export function openView(views: readonly CountedView[], { page, search }: Place) {
  const text = viewText(search);
  const here = views.filter((view) => view.page === page);
  const view =
    here.find(({ id }) => id === search["view"]) ??
    here.find(({ query }) => query !== "" && query === text);
  return { view, text, differs: view !== undefined && view.query !== text };
}

export function useOpenView(place: Place) {
  const { data: views = [] } = useQuery(viewsQuery());
  return { views, ...openView(views, place) };
}
