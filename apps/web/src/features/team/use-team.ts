import type { Membership } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { meQuery } from "./queries";

/** The membership that the page is seen with. Only under `/t/$team`, whose route made sure of it. */
export function useTeam(): Membership & { isAdmin: boolean } {
  const { team: slug } = useParams({ from: "/t/$team" });
  const { data } = useSuspenseQuery(meQuery);
  const membership = data.memberships.find(({ team }) => team.slug === slug);
  if (!membership) throw new Error(`No membership in ${slug}`);
  return { ...membership, isAdmin: atLeast(membership.role, "admin") };
}

export const useMe = () => useSuspenseQuery(meQuery).data;
