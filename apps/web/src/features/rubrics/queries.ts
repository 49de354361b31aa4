import { Rubric } from "@highwater/shared/rubrics/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

export const rubricQuery = () =>
  queryOptions({
    queryKey: ["rubrics", "active"],
    queryFn: ({ signal }) => api.get("/rubrics/active", Rubric, { signal }),
    staleTime: 60_000,
  });
