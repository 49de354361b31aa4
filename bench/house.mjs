import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../apps/api/dist/main.js", import.meta.url));
export const owner = { name: "Ada", email: "ada@example.com", password: "correct horse" };

/** @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const pages = fileURLToPath(new URL("../apps/web/dist", import.meta.url));

/**
 * The API as a process of its own, on the database of this run; with the pages where a browser looks at it.
 * @param {number} port
 * @param {boolean} web
 */
function launch(port, web = false) {
  const child = spawn(process.execPath, [program], {
    cwd: path.dirname(program),
    env: {
      ...process.env,
      PORT: String(port),
      LOG_LEVEL: "error",
      HIGHWATER_WEB_ROOT: web ? pages : "",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const slay = () => child.kill("SIGKILL");
  process.once("exit", slay);
  child.once("close", () => process.off("exit", slay));
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(`The API ended: ${said}`)));
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.endsWith("\n\n")) resolve({ child, said });
    });
  });
}

/**
 * The cookie of a session.
 * @param {string} url
 * @param {{ email: string, password: string }} who
 */
export async function signIn(url, { email, password }) {
  const session = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!session.ok) throw new Error(await session.text());
  return session.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** A set-up Highwater with its owner signed in. */
export async function openHouse({ web = false } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let { child, said } = await launch(port, web);
  const headers = /** @type {Record<string, string>} */ ({ origin: url });
  const token = /token=(\S+)/.exec(said)?.[1] ?? "";
  const setup = await fetch(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ token, ...owner, teamName: "Bench", sample: false }),
  });
  if (!setup.ok) throw new Error(await setup.text());
  headers.cookie = await signIn(url, owner);
  return {
    url,
    headers,
    /** The API once more, as another process on the same database: where it answers, and how it ends. */
    async replica() {
      const at = await freePort();
      const { child: other } = await launch(at);
      return { url: `http://127.0.0.1:${at}`, close: () => ended(other) };
    },
    /**
     * @param {string} method
     * @param {string} at
     * @param {unknown} [body] JSON, or a stream of bytes
     */
    async send(method, at, body) {
      const bytes = body instanceof ReadableStream || body instanceof Buffer;
      const type = bytes ? "application/octet-stream" : "application/json";
      const answer = await fetch(`${url}/api/v1${at}`, {
        method,
        headers: body === undefined ? headers : { ...headers, "content-type": type },
        ...(body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) }),
        ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${text}`);
      return text === "" ? null : JSON.parse(text);
    },
    /** Resident memory in MiB, where the system tells. */
    memory() {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      } catch {
        return 0;
      }
    },
    /** `kill -9`, whatever it is doing. */
    async kill() {
      child.removeAllListeners("exit");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    },
    async restart() {
      ({ child } = await launch(port));
    },
    close: () => ended(child),
  };
}

/** @param {import("node:child_process").ChildProcess} child */
async function ended(child) {
  child.removeAllListeners("exit");
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await end;
}
