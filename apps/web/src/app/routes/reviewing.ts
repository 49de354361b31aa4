import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { DissentSearch } from "../../features/discussion/search";
import { MemoSearch } from "../../features/rounds/search";
import { team, withWords } from "./base";

const QueueSearch = z.object({
  mode: z.enum(["assigned", "fewest", "vertical"]).optional().catch(undefined),
});

const review = createRoute({
  getParentRoute: () => team,
  path: "/c/$id/review",
  component: lazyRouteComponent(
    withWords(() => import("../pages/review-page")),
    "ReviewPage",
  ),
});

const queue = createRoute({
  getParentRoute: () => team,
  path: "/queue",
  validateSearch: QueueSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/queue-page")),
    "QueuePage",
  ),
});

const progress = createRoute({
  getParentRoute: () => team,
  path: "/progress",
  component: lazyRouteComponent(
    withWords(() => import("../pages/progress-page")),
    "ProgressPage",
  ),
});

const disagreements = createRoute({
  getParentRoute: () => team,
  path: "/disagreements",
  validateSearch: DissentSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/disagreements-page")),
    "DisagreementsPage",
  ),
});

const rubric = createRoute({
  getParentRoute: () => team,
  path: "/rubric",
  component: lazyRouteComponent(
    withWords(() => import("../pages/rubric-page")),
    "RubricPage",
  ),
});

const rounds = createRoute({
  getParentRoute: () => team,
  path: "/rounds",
  component: lazyRouteComponent(
    withWords(() => import("../pages/rounds-page")),
    "RoundsPage",
  ),
});

const round = createRoute({
  getParentRoute: () => team,
  path: "/rounds/$id",
  component: lazyRouteComponent(
    withWords(() => import("../pages/round-page")),
    "RoundPage",
  ),
});

const meeting = createRoute({
  getParentRoute: () => team,
  path: "/rounds/$id/meeting",
  component: lazyRouteComponent(
    withWords(() => import("../pages/meeting-page")),
    "MeetingPage",
  ),
});

const memo = createRoute({
  getParentRoute: () => team,
  path: "/rounds/$id/memo",
  validateSearch: MemoSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/memo-page")),
    "MemoPage",
  ),
});

/** Reviews, and the meetings about them. */
export const reviewingRoutes = [
  review,
  queue,
  progress,
  disagreements,
  rubric,
  rounds,
  round,
  meeting,
  memo,
] as const;
