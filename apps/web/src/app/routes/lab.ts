import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { LeniencySearch } from "../../features/calibration/search";
import { StrategySearch } from "../../features/candidates/strategy/search";
import { DuelSearch } from "../../features/preferences/search";
import { SelfTestSearch } from "../../features/ranking/self-test/search";
import { team, withWords } from "./base";

const lab = createRoute({
  getParentRoute: () => team,
  path: "/lab",
  component: lazyRouteComponent(
    withWords(() => import("../pages/lab-page")),
    "LabPage",
  ),
});

const leniency = createRoute({
  getParentRoute: () => team,
  path: "/lab/leniency",
  validateSearch: LeniencySearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/leniency-page")),
    "LeniencyPage",
  ),
});

const agreement = createRoute({
  getParentRoute: () => team,
  path: "/lab/agreement",
  component: lazyRouteComponent(
    withWords(() => import("../pages/agreement-page")),
    "AgreementPage",
  ),
});

const tradeOffs = createRoute({
  getParentRoute: () => team,
  path: "/lab/trade-offs",
  component: lazyRouteComponent(
    withWords(() => import("../pages/trade-offs-page")),
    "TradeOffsPage",
  ),
});

const duel = createRoute({
  getParentRoute: () => team,
  path: "/lab/duel",
  validateSearch: DuelSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/duel-page")),
    "DuelPage",
  ),
});

const claims = createRoute({
  getParentRoute: () => team,
  path: "/lab/claims",
  component: lazyRouteComponent(
    withWords(() => import("../pages/claims-page")),
    "ClaimsPage",
  ),
});

const selfTest = createRoute({
  getParentRoute: () => team,
  path: "/lab/self-test",
  validateSearch: SelfTestSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/self-test-page")),
    "SelfTestPage",
  ),
});

const strategy = createRoute({
  getParentRoute: () => team,
  path: "/lab/strategy",
  validateSearch: StrategySearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/strategy-page")),
    "StrategyPage",
  ),
});

/** The experiments. */
export const labRoutes = [
  lab,
  leniency,
  agreement,
  tradeOffs,
  duel,
  claims,
  selfTest,
  strategy,
] as const;
