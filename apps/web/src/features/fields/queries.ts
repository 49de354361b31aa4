import { Field, Fields } from "@highwater/shared/fields/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

export const fieldsQuery = queryOptions({
  queryKey: ["fields"],
  queryFn: async ({ signal }) => (await api.get("/fields", Fields, { signal })).items,
  staleTime: 60_000,
});

export const allFieldsQuery = queryOptions({
  queryKey: ["fields", "all"],
  queryFn: async ({ signal }) =>
    (await api.get("/fields", Fields, { query: { archived: true }, signal })).items,
});

/** With the tag that its next edit has to name. */
export const fieldQuery = (id: string) =>
  queryOptions({
    queryKey: ["fields", id, "tagged"],
    queryFn: ({ signal }) => api.getWithTag(`/fields/${id}`, Field, { signal }),
    staleTime: 0,
  });
