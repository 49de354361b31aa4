/** Who knocks: the cookie of a session, and what the team knows its bearer as. */
export interface Key {
  cookie: string;
  memberId: string;
  name: string;
  email: string;
}

export interface Answer<T> {
  status: number;
  body: T;
  /** The very bytes of the body. */
  text: string;
  headers: Headers;
  etag: string;
}

type Send = Record<string, string>;

/** Somebody at the front door: HTTP out, the answer as it came. */
export class Client {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;

  readonly cookie: string;

  constructor(
    readonly url: string,
    key: Partial<Key> = {},
    private readonly headers: Send = {},
  ) {
    this.memberId = key.memberId ?? "";
    this.name = key.name ?? "";
    this.email = key.email ?? "";
    this.cookie = key.cookie ?? "";
  }

  /** The same person with other headers: a team, a token, another site. */
  with(headers: Send): Client {
    return new Client(this.url, this, { ...this.headers, ...headers });
  }

  get<T = unknown>(path: string, headers: Send = {}) {
    return this.send<T>("GET", path, undefined, headers);
  }
  post<T = unknown>(path: string, body?: unknown, headers: Send = {}) {
    return this.send<T>("POST", path, body, headers);
  }
  put<T = unknown>(path: string, body?: unknown, headers: Send = {}) {
    return this.send<T>("PUT", path, body, headers);
  }
  patch<T = unknown>(path: string, body?: unknown, headers: Send = {}) {
    return this.send<T>("PATCH", path, body, headers);
  }
  delete<T = unknown>(path: string, headers: Send = {}) {
    return this.send<T>("DELETE", path, undefined, headers);
  }

  /** Paths are below /api/v1 unless they start at the root with /api or /health. */
  async send<T>(method: string, path: string, body: unknown, headers: Send): Promise<Answer<T>> {
    const at = /^\/(api|health|metrics)(\/|$)/.test(path) ? path : `/api/v1${path}`;
    const cookie = this.cookie ? { cookie: this.cookie } : {};
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const answer = await fetch(`${this.url}${at}`, {
      method,
      signal: AbortSignal.timeout(50_000),
      headers: { ...json, ...cookie, ...this.headers, ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = isEndless(answer) ? await hangUp(answer) : await answer.text();
    return {
      status: answer.status,
      body: bodyOf<T>(answer, text),
      text,
      headers: answer.headers,
      etag: answer.headers.get("etag") ?? "",
    };
  }
}

/** Streams of events have no end: whoever only asks whether one may enter hangs up. */
const isEndless = (answer: Response) =>
  /event-stream/.test(answer.headers.get("content-type") ?? "");

async function hangUp(answer: Response): Promise<string> {
  await answer.body?.cancel();
  return "";
}

/** The test says what it expects to be answered; its assertions tell whether it was. */
function bodyOf<T>(answer: Response, text: string): T {
  const json = /json/.test(answer.headers.get("content-type") ?? "");
  return (json && text !== "" ? JSON.parse(text) : text) as T;
}

/** The cookies that an answer sets, as a browser would send them back. */
export const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
