import type { Me } from "@highwater/shared/team/contract";
import type { QueryClient } from "@tanstack/react-query";
import { notFound, redirect } from "@tanstack/react-router";
import { meQuery, setupQuery } from "../features/team/queries";
import { setTeam } from "../lib/api";
import { hasStatus } from "../lib/api-problem";
import { recall, remember } from "../lib/remembered";

const lastTeam = "hw-team";

/** Who is signed in, or null. */
async function visitor(client: QueryClient) {
  try {
    return await client.ensureQueryData(meQuery);
  } catch (error) {
    if (hasStatus(error, 401)) return null;
    throw error;
  }
}

/** `/`: set-up if it is needed, sign-in without a session, else the last team's ranking. */
export async function findHome(client: QueryClient) {
  const me = await visitor(client);
  if (!me) {
    const { needed } = await client.fetchQuery(setupQuery);
    throw redirect({ to: needed ? "/setup" : "/sign-in" });
  }
  const params = homeOf(me);
  if (params) throw redirect({ to: "/t/$team", params });
}

/** The team that one was in last. */
function homeOf({ memberships }: Me) {
  const remembered = recall(lastTeam);
  const open = memberships.filter(({ suspended }) => !suspended);
  const home = open.find(({ team }) => team.slug === remembered) ?? open[0] ?? memberships[0];
  return home && { team: home.team.slug };
}

interface Shared {
  title?: string | undefined;
  text?: string | undefined;
  url?: string | undefined;
}

/** `/share`: to New of the last team. Apps put the address into any of the three. */
export async function shareWithTeam(client: QueryClient, shared: Shared, here: string) {
  const me = await visitor(client);
  if (!me) throw redirect({ to: "/sign-in", search: { return: here } });
  const params = homeOf(me);
  if (!params) return;
  const { readShared } = await import("../features/candidates/capture/shared");
  throw redirect({ to: "/t/$team/new", params, search: readShared(shared), replace: true });
}

/** `/t/:team/…`: every later request is made in this team. A foreign team is an absent one. */
export async function enterTeam(client: QueryClient, slug: string, here: string) {
  const me = await visitor(client);
  if (!me) throw redirect({ to: "/sign-in", search: { return: here } });
  if (!me.memberships.some(({ team }) => team.slug === slug)) throw notFound();
  setTeam(slug);
  remember(lastTeam, slug);
}
