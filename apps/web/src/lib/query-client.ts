import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
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
      queries: { retry: worthRetrying, staleTime: 10_000 },
      mutations: { retry: false },
    },
  });
}
