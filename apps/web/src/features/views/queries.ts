import { View, Views } from "@highwater/shared/views/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

/** The counts are of candidates: whatever makes those be asked again, makes these. */
export const viewsQuery = () =>
  queryOptions({
    queryKey: ["candidates", "views"],
    queryFn: async ({ signal }) => (await api.get("/views", Views, { signal })).items,
  });

/** With the tag that its next edit has to name. */
export const viewQuery = (id: string) =>
  queryOptions({
    queryKey: ["views", id, "tagged"],
    queryFn: ({ signal }) => api.getWithTag(`/views/${id}`, View, { signal }),
    staleTime: 0,
  });
