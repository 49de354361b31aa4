import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { z } from "zod";
import { loadEveryWord } from "../../i18n/i18n";
import { enterTeam } from "../guards";

export const text = z.string().optional().catch(undefined);

/** A page comes together with the words that the first page did without. */
export const withWords =
  <Page>(load: () => Promise<Page>) =>
  async () => {
    const [page] = await Promise.all([load(), loadEveryWord()]);
    return page;
  };

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
});

export const team = createRoute({
  getParentRoute: () => root,
  path: "/t/$team",
  beforeLoad: ({ context, params, location }) =>
    enterTeam(context.queryClient, params.team, location.href),
  component: lazyRouteComponent(() => import("../shell"), "Shell"),
});
