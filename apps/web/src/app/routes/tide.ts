import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { TideSearch } from "../../features/tide/search";
import { team, withWords } from "./base";

const tide = createRoute({
  getParentRoute: () => team,
  path: "/tide",
  // The page reads its own address: the schema comes with it, and not with the first page.
  validateSearch: (search: Record<string, unknown>) => search as TideSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/tide-page")),
    "TidePage",
  ),
});

const catalogue = createRoute({
  getParentRoute: () => team,
  path: "/tide/catalogue",
  component: lazyRouteComponent(
    withWords(() => import("../pages/catalogue-page")),
    "CataloguePage",
  ),
});

/** The tide. */
export const tideRoutes = [tide, catalogue] as const;
