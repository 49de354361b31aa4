import {
  hashKey,
  MutationCache,
  QueryCache,
  QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { currentTeam } from "./api";
import { hasStatus, isProblem } from "./api-problem";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: { public?: true };
    mutationMeta: { public?: true };
  }
}

/** Refusals are answers; only a lost network or a server in trouble is asked again. */
const worthRetrying = (failures: number, error: Error) =>
  failures < 2 && isProblem(error) && (error.status === 0 || error.status >= 500);

/** What is asked in one team never answers in another; "me" and "setup" stand above the teams. */
const hashInTeam = (key: QueryKey) =>
  hashKey(key[0] === "me" || key[0] === "setup" ? key : [currentTeam() ?? "", ...key]);

/** `meta: { public: true }` marks what a visitor may ask without a session. */
export function createQueryClient(onSignedOut: () => void) {
  const watch = (error: Error, meta: { public?: true } | undefined) => {
    if (hasStatus(error, 401) && !meta?.public) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => watch(error, query.meta) }),
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => watch(error, mutation.meta),
    }),
    defaultOptions: {
      queries: { queryKeyHashFn: hashInTeam, retry: worthRetrying, staleTime: 10_000 },
      mutations: { retry: false },
    },
  });
}
