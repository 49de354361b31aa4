import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { team, text, withWords } from "./base";

const ActivitySearch = z.object({ memberId: text });

const activity = createRoute({
  getParentRoute: () => team,
  path: "/activity",
  validateSearch: ActivitySearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/activity-page")),
    "ActivityPage",
  ),
});

const notifications = createRoute({
  getParentRoute: () => team,
  path: "/notifications",
  component: lazyRouteComponent(
    withWords(() => import("../pages/notifications-page")),
    "NotificationsPage",
  ),
});

const settings = createRoute({
  getParentRoute: () => team,
  path: "/settings",
  component: lazyRouteComponent(
    withWords(() => import("../pages/settings-page")),
    "SettingsPage",
  ),
});

/** The team's own affairs. */
export const houseRoutes = [activity, notifications, settings] as const;
