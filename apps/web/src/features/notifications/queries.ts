import { NotificationPage, Unread } from "@highwater/shared/notifications/contract";
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api } from "../../lib/api";

const page = (query: Record<string, string | number | boolean | null>, signal: AbortSignal) =>
  api.get("/notifications", NotificationPage, { query, signal });

/** How many wait unread, and the newest of them. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ["notifications", "unread"],
    queryFn: ({ signal }) => page({ unread: true, limit: 1 }, signal),
  });

export const notificationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ["notifications", "all"],
    queryFn: ({ pageParam, signal }) => page({ cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export function useRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | undefined) => api.post("/notifications/read", { ids }, Unread),
    onSettled: () => client.invalidateQueries({ queryKey: ["notifications"] }),
  });
}
