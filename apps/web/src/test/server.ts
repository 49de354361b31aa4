import type { ProblemBody } from "@highwater/shared/kernel/contract";

interface Answer {
  status?: number;
  body?: unknown;
  etag?: string;
}

interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

type Answering = Answer | ((call: Call) => Answer);

/** A refusal as the API words it. */
export const refusal = (
  status: number,
  code: string,
  errors: NonNullable<ProblemBody["errors"]> = [],
): Answer => ({
  status,
  body: {
    type: `urn:highwater:problem:${code}`,
    title: code,
    status,
    detail: code,
    code,
    instance: "/",
    errors,
  } satisfies ProblemBody,
});

/** Stands in for the API: `{"GET /members": {body}}`, paths without `/api/v1`. Returns the calls made. */
export function serve(routes: Record<string, Answering>): Call[] {
  const calls: Call[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input), "http://localhost");
    const call = {
      method: init.method ?? "GET",
      path: url.pathname.replace(/^\/api\/v1/, ""),
      query: url.searchParams,
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
      headers: new Headers(init.headers),
    };
    calls.push(call);
    const found = routes[`${call.method} ${call.path}`];
    const answer = typeof found === "function" ? found(call) : (found ?? refusal(404, "missing"));
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status ?? 200,
      headers: { "content-type": "application/json", ...(answer.etag && { etag: answer.etag }) },
    });
  };
  return calls;
}
