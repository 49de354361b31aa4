import {
  Import,
  type ImportRow,
  ImportRows,
  Imports,
  type importStates,
} from "@highwater/shared/exchange/contract";
import { Fields } from "@highwater/shared/fields/contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

type State = (typeof importStates)[number];
const busyStates: readonly State[] = ["checking", "committing", "undoing"];
/** A job is at work on it, or waits in line. */
export const isBusy = ({ state }: Pick<Import, "state">) => busyStates.includes(state);

const pace = 500;

export const importsQuery = () =>
  queryOptions({
    queryKey: ["imports"],
    queryFn: ({ signal }) => api.get("/imports", Imports, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? pace : false),
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", id],
    queryFn: ({ signal }) => api.get(`/imports/${id}`, Import, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? pace : false),
  });

/** Rows of a check. */
export const rowsQuery = (id: string, outcome: ImportRow["outcome"], limit: number) =>
  infiniteQueryOptions({
    queryKey: ["imports", id, "rows", outcome, limit],
    queryFn: ({ pageParam, signal }) =>
      api.get(`/imports/${id}/rows`, ImportRows, {
        query: { outcome, after: pageParam, limit },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextAfter ?? undefined,
  });

export const teamFieldsQuery = () =>
  queryOptions({
    queryKey: ["fields", "targets"],
    queryFn: ({ signal }) => api.get("/fields", Fields, { signal }),
  });
