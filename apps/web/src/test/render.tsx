import type { Locale } from "@highwater/shared/kernel/contract";
import type { Me, Role } from "@highwater/shared/team/contract";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { resolver, theme } from "../app/theme";
import { loadEveryWord, startI18n } from "../i18n/i18n";
import { setTeam } from "../lib/api";
import { createQueryClient } from "../lib/query-client";
import { parseSearch, stringifySearch } from "../lib/search-params";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const makeMe = (role: Role = "owner"): Me => ({
  user: { id: id(1), name: "Ada Chen", email: "ada@example.com" },
  memberships: [
    {
      suspended: false,
      memberId: id(2),
      role,
      team: {
        id: id(3),
        slug: "reef",
        name: "Reef",
        minReviews: 3,
        openWithoutReviewing: false,
        createdAt: "2026-11-01T08:00:00.000Z",
      },
    },
  ],
});

interface Options {
  locale?: Locale;
  role?: Role;
  /** Where the page stands: its path pattern under the root, and the address it is seen at. */
  path?: string;
  at?: string;
}

const anySearch = (search: Record<string, unknown>) => search;

function routerAround(ui: ReactElement, path: string, at: string) {
  const root = createRootRoute({ component: Outlet });
  const team = createRoute({
    getParentRoute: () => root,
    path: "/t/$team",
    component: Outlet,
  });
  const page = createRoute({
    getParentRoute: () => team,
    path,
    validateSearch: anySearch,
    component: () => ui,
  });
  return createRouter({
    routeTree: root.addChildren([team.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch,
    stringifySearch,
  });
}

/** A component with everything the app puts around it, seen by a member of the team Reef. */
export async function renderInTeam(ui: ReactElement, options: Options = {}) {
  const { locale = "en", role = "owner", path = "/", at = "/t/reef" } = options;
  await startI18n(locale);
  await loadEveryWord();
  setTeam("reef");
  const client = createQueryClient(() => undefined);
  client.setQueryData(["me"], makeMe(role));
  const router = routerAround(ui, path, at);
  await router.load();
  const user = userEvent.setup();
  const view = render(
    <MantineProvider theme={theme} cssVariablesResolver={resolver} env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, user, client, router };
}
