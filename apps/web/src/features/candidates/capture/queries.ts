import { Captured } from "@highwater/shared/candidates/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../lib/api";

export const parsedQuery = (text: string) =>
  queryOptions({
    queryKey: ["capture", text],
    queryFn: ({ signal }) => api.post("/candidates/parse", { text }, Captured, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
