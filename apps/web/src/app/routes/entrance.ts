import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { findHome, shareWithTeam } from "../guards";
import { root, text, withWords } from "./base";

const TokenSearch = z.object({ token: text });
const ReturnSearch = z.object({ return: text });
const ShareSearch = z.object({ title: text, text, url: text });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: ({ context }) => findHome(context.queryClient),
  component: lazyRouteComponent(
    withWords(() => import("../pages/no-team-page")),
    "NoTeamPage",
  ),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  validateSearch: TokenSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/setup-page")),
    "SetupPage",
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ReturnSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/sign-in-page")),
    "SignInPage",
  ),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: "/invite",
  validateSearch: TokenSearch,
  component: lazyRouteComponent(
    withWords(() => import("../pages/invite-page")),
    "InvitePage",
  ),
});

/** Where a phone's share sheet leads, by the web manifest. */
const share = createRoute({
  getParentRoute: () => root,
  path: "/share",
  validateSearch: ShareSearch,
  beforeLoad: ({ context, search, location }) =>
    shareWithTeam(context.queryClient, search, location.href),
  component: lazyRouteComponent(
    withWords(() => import("../pages/no-team-page")),
    "NoTeamPage",
  ),
});

/** The pages before a team. */
export const entranceRoutes = [home, setup, signIn, invite, share] as const;
