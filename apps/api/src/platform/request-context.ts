import { AsyncLocalStorage } from "node:async_hooks";

export interface Retry {
  key: string;
  route: string;
  bodyHash: string;
}

interface RequestContext {
  retry?: Retry;
}

/** What travels with a request beside its arguments: only the key under which it may be retried. */
export const requestContext = new AsyncLocalStorage<RequestContext>();
