import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { NewSearch } from "../../features/candidates/capture/search";
import { PipelineSearch } from "../../features/candidates/pipeline-search";
import { DossierSearch, InboxSearch } from "../../features/candidates/search";
import { WizardSearch } from "../../features/exchange/search";
import { MergeSearch } from "../../features/merges/search";
import { BoardSearch, ScreenSearch } from "../../features/stages/search";
import { OpenView } from "../../features/views/search";
import { team, withWords } from "./base";

const inbox = createRoute({
  getParentRoute: () => team,
  path: "/inbox",
  validateSearch: InboxSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/inbox-page")),
    "InboxPage",
  ),
});

const screen = createRoute({
  getParentRoute: () => team,
  path: "/screen",
  validateSearch: ScreenSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/screening-page")),
    "ScreeningPage",
  ),
});

const pipeline = createRoute({
  getParentRoute: () => team,
  path: "/candidates",
  validateSearch: PipelineSearch.extend(OpenView.shape),
  component: lazyRouteComponent(
    withWords(() => import("../pages/pipeline-page")),
    "PipelinePage",
  ),
});

const create = createRoute({
  getParentRoute: () => team,
  path: "/new",
  validateSearch: NewSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/new-candidate-page")),
    "NewCandidatePage",
  ),
});

const candidate = createRoute({
  getParentRoute: () => team,
  path: "/c/$id",
  validateSearch: DossierSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/candidate-page")),
    "CandidatePage",
  ),
});

const edit = createRoute({
  getParentRoute: () => team,
  path: "/c/$id/edit",
  component: lazyRouteComponent(
    withWords(() => import("../pages/edit-candidate-page")),
    "EditCandidatePage",
  ),
});

const merge = createRoute({
  getParentRoute: () => team,
  path: "/c/$id/merge",
  validateSearch: MergeSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/merge-page")),
    "MergePage",
  ),
});

const board = createRoute({
  getParentRoute: () => team,
  path: "/board",
  validateSearch: BoardSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/board-page")),
    "BoardPage",
  ),
});

const importStart = createRoute({
  getParentRoute: () => team,
  path: "/import",
  component: lazyRouteComponent(
    withWords(() => import("../pages/import-page")),
    "ImportStartPage",
  ),
});

const importWizard = createRoute({
  getParentRoute: () => team,
  path: "/import/$id",
  validateSearch: WizardSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/import-page")),
    "ImportPage",
  ),
});

/** From a name to a candidate, and through the stages. */
export const pipelineRoutes = [
  inbox,
  screen,
  pipeline,
  create,
  candidate,
  edit,
  merge,
  board,
  importStart,
  importWizard,
] as const;
