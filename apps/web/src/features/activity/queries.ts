import { ActivityPage } from "@highwater/shared/activity/contract";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

export interface Asked {
  candidateId?: string;
  memberId?: string;
}

export const activityQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ["activity", asked],
    queryFn: ({ pageParam, signal }) =>
      api.get("/activity", ActivityPage, { query: { ...asked, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
