import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { team, withWords } from "./base";

const lab = createRoute({
  getParentRoute: () => team,
  path: "/lab",
  component: lazyRouteComponent(
    withWords(() => import("../pages/lab-page")),
    "LabPage",
  ),
});

/** The experiments. */
export const labRoutes = [lab] as const;
