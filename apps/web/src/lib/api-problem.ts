import { ProblemBody } from "@highwater/shared/kernel/contract";
import type { InputError } from "@highwater/shared/kernel/problem";

/** A refusal of the API, as thrown by `api`. Status 0: the network, or an answer we can't read. */
export class ApiProblem extends Error {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly errors: InputError[];
  readonly current: unknown;
  readonly requestId: string | null;

  constructor(body: ProblemBody, requestId: string | null = null) {
    super(body.detail);
    this.type = body.type;
    this.title = body.title;
    this.status = body.status;
    this.detail = body.detail;
    this.code = body.code;
    this.instance = body.instance;
    this.errors = body.errors ?? [];
    this.current = body.current;
    this.requestId = requestId;
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

export const hasStatus = (error: unknown, status: number): error is ApiProblem =>
  isProblem(error) && error.status === status;

const made = (code: string, status: number, detail: string, instance: string) =>
  new ApiProblem({
    type: `urn:highwater:problem:${code}`,
    title: detail,
    status,
    detail,
    code,
    instance,
  });

export const offline = (path: string) => made("offline", 0, "The server can't be reached.", path);

export const unreadable = (path: string) =>
  made("unreadable", 0, "The answer can't be read.", path);

/** The refusal in an answer; a proxy's own page becomes one of the same kinds. */
export async function problemOf(response: Response, path: string): Promise<ApiProblem> {
  const parsed = ProblemBody.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return new ApiProblem(parsed.data, response.headers.get("x-request-id"));
  const down = response.status === 502 || response.status === 503 || response.status === 504;
  return made(down ? "unavailable" : "internal", response.status, response.statusText, path);
}
