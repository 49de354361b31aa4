import type { z } from "zod";
import { offline, problemOf, unreadable } from "./api-problem";

let team: string | undefined;

/** Names the team that every following request is made in. Called by the team route. */
export function setTeam(slug: string | undefined) {
  team = slug;
}

export const currentTeam = () => team;

type Query = Record<string, string | number | boolean | null | undefined>;
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Options {
  query?: Query;
  signal?: AbortSignal;
  ifMatch?: string;
  idempotencyKey?: string;
  /** Goes on after its page is closed; at most 64 KB at once. */
  keepalive?: boolean;
}

export interface Tagged<T> {
  data: T;
  /** For the `ifMatch` of the next edit. */
  etag: string | undefined;
}

function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  const base = path.startsWith("/api/") ? path : `/api/v1${path}`;
  return search ? `${base}?${search}` : base;
}

const isFile = (body: unknown): body is Blob => body instanceof Blob;

function headersOf(body: unknown, options: Options): Headers {
  const headers = new Headers({ accept: "application/json" });
  if (body !== undefined)
    headers.set("content-type", isFile(body) ? "application/octet-stream" : "application/json");
  if (team !== undefined) headers.set("x-highwater-team", team);
  if (options.ifMatch !== undefined) headers.set("if-match", options.ifMatch);
  if (options.idempotencyKey !== undefined) headers.set("idempotency-key", options.idempotencyKey);
  return headers;
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  options: Options,
): Promise<Response> {
  const response = await fetch(address(path, options.query), {
    method,
    credentials: "same-origin",
    headers: headersOf(body, options),
    body: body === undefined || isFile(body) ? body : JSON.stringify(body),
    signal: options.signal,
    keepalive: options.keepalive,
  }).catch((error: unknown) => {
    throw options.signal?.aborted ? error : offline(path);
  });
  if (!response.ok) throw await problemOf(response, path);
  return response;
}

async function ask<S extends z.ZodType>(
  method: Method,
  path: string,
  body: unknown,
  schema: S,
  options: Options = {},
): Promise<Tagged<z.output<S>>> {
  const response = await send(method, path, body, options);
  const text = await response.text();
  const json: unknown = text === "" ? undefined : JSON.parse(text);
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    console.error(`${method} ${path} broke its contract`, parsed.error.issues);
    throw unreadable(path);
  }
  return { data: parsed.data, etag: response.headers.get("etag") ?? undefined };
}

const write =
  (method: Method) =>
  async <S extends z.ZodType>(path: string, body: unknown, schema: S, options?: Options) =>
    (await ask(method, path, body, schema, options)).data;

const writeWithTag =
  (method: Method) =>
  <S extends z.ZodType>(path: string, body: unknown, schema: S, options?: Options) =>
    ask(method, path, body, schema, options);

/** The HTTP API. Paths are under `/api/v1`, or whole when they start with `/api/`. */
export const api = {
  /** A file as it is. */
  upload: async <S extends z.ZodType>(path: string, file: Blob, schema: S, options?: Options) =>
    (await ask("POST", path, file, schema, options)).data,
  /** A file to be saved. */
  blob: async (path: string, options: Options = {}) =>
    (await send("GET", path, undefined, options)).blob(),
  get: async <S extends z.ZodType>(path: string, schema: S, options?: Options) =>
    (await ask("GET", path, undefined, schema, options)).data,
  getWithTag: <S extends z.ZodType>(path: string, schema: S, options?: Options) =>
    ask("GET", path, undefined, schema, options),
  post: write("POST"),
  put: write("PUT"),
  patch: write("PATCH"),
  delete: write("DELETE"),
  postWithTag: writeWithTag("POST"),
  putWithTag: writeWithTag("PUT"),
  patchWithTag: writeWithTag("PATCH"),
};
