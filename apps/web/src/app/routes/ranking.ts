import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { ChangesSearch } from "../../features/ranking/changes/search";
import { CompareSearch } from "../../features/ranking/compare/search";
import { MatrixSearch } from "../../features/ranking/matrix/search";
import { RankingSearch } from "../../features/ranking/search";
import { StudioSearch } from "../../features/ranking/studio/search";
import { OpenView } from "../../features/views/search";
import { team, withWords } from "./base";

const ranking = createRoute({
  getParentRoute: () => team,
  path: "/",
  validateSearch: RankingSearch.extend(OpenView.shape),
  component: lazyRouteComponent(() => import("../pages/ranking-page"), "RankingPage"),
});

const compare = createRoute({
  getParentRoute: () => team,
  path: "/compare",
  validateSearch: CompareSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/compare-page")),
    "ComparePage",
  ),
});

const weights = createRoute({
  getParentRoute: () => team,
  path: "/weights",
  validateSearch: StudioSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/weights-page")),
    "WeightsPage",
  ),
});

const matrix = createRoute({
  getParentRoute: () => team,
  path: "/matrix",
  validateSearch: MatrixSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/matrix-page")),
    "MatrixPage",
  ),
});

const overview = createRoute({
  getParentRoute: () => team,
  path: "/overview",
  component: lazyRouteComponent(
    withWords(() => import("../pages/overview-page")),
    "OverviewPage",
  ),
});

const changes = createRoute({
  getParentRoute: () => team,
  path: "/changes",
  validateSearch: ChangesSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/changes-page")),
    "ChangesPage",
  ),
});

/** The faces of the ranking. */
export const rankingRoutes = [ranking, compare, weights, matrix, overview, changes] as const;
