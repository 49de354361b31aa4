import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import pg from "pg";

export { expect };

const program = fileURLToPath(new URL("../../api/dist/main.js", import.meta.url));
const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the browser tests by npm test -- browser`);
  return value;
};

/** A running Highwater with a database of its own. */
export interface House {
  url: string;
  /** The one-time link that the start printed. */
  setupPath: string;
  /** What the API and the command line on its host connect to. */
  databaseUrl: string;
  /** `kill -9`, then a new start on the same database. */
  crash(): Promise<void>;
  request(path: string, body: unknown): Promise<Response>;
}

const owner = { name: "Ada", email: "ada@example.com", password: "correct horse" };

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function adminQuery(sql: string) {
  const client = new pg.Client(given("HIGHWATER_TEST_ADMIN_URL"));
  await client.connect();
  await client.query(sql);
  await client.end();
}

function start(databaseUrl: string, port: number): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      LOG_LEVEL: "error",
      HIGHWATER_WEB_ROOT: path.resolve(path.dirname(program), "../../web/dist"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(`the API ended: ${said}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      if (said.endsWith("\n\n")) resolve({ child, said });
    });
  });
}

async function open(): Promise<House & { close(): Promise<void> }> {
  const name = `${given("HIGHWATER_TEST_TEMPLATE")}_${randomUUID().slice(0, 8)}`;
  await adminQuery(`create database "${name}" template "${given("HIGHWATER_TEST_TEMPLATE")}"`);
  const database = new URL(given("HIGHWATER_TEST_ADMIN_URL"));
  database.username = "highwater_api";
  database.password = given("HIGHWATER_TEST_API_PASSWORD");
  database.pathname = name;
  const port = await freePort();
  let { child, said } = await start(database.href, port);
  const url = `http://localhost:${port}`;
  return {
    url,
    databaseUrl: database.href,
    setupPath: /\/setup\?token=\S+/.exec(said)?.[0] ?? "",
    async crash() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.removeAllListeners("exit");
      child.once("exit", () => {});
      child.kill("SIGKILL");
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
      ({ child } = await start(database.href, port));
    },
    request: (at, body) =>
      fetch(`${url}${at}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    async close() {
      child.removeAllListeners("exit");
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      await adminQuery(`drop database "${name}" with (force)`);
    },
  };
}

/** Each file of journeys has a house of its own: it names it, and another name is another worker. */
export const test = base.extend<object, { house: House; called: string }>({
  called: ["", { option: true, scope: "worker" }],
  house: [
    async ({ called: _ }, use) => {
      const house = await open();
      await use(house);
      await house.close();
    },
    { scope: "worker" },
  ],
});

/** Sets the house up without a browser, for journeys that begin later. */
export async function setUp(house: House, sample: boolean): Promise<typeof owner> {
  const token = new URLSearchParams(house.setupPath.split("?")[1]).get("token");
  const answer = await house.request("/api/v1/setup", {
    token,
    ...owner,
    teamName: "Tide",
    sample,
  });
  if (!answer.ok) throw new Error(await answer.text());
  return owner;
}

async function signIn(page: Page, house: House, user: { email: string; password: string }) {
  await page.request.post(`${house.url}/api/auth/sign-in/email`, {
    data: { email: user.email, password: user.password },
    headers: { origin: house.url },
  });
}

/** A signed-in page in a context of its own. */
export async function pageOf(
  browser: Browser,
  house: House,
  user: { email: string; password: string },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await signIn(page, house, user);
  return page;
}

/** The API as this page's member. */
export const deeds = (page: Page, house: House) =>
  async function deed<Answer>(
    method: string,
    path: string,
    data?: object,
    ifMatch?: string,
  ): Promise<Answer> {
    const answer = await page.request.fetch(`${house.url}/api/v1${path}`, {
      method,
      headers: { origin: house.url, ...(ifMatch ? { "if-match": ifMatch } : {}) },
      ...(data ? { data } : {}),
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (answer.status() === 204 ? undefined : await answer.json()) as Answer;
  };
export type Deed = ReturnType<typeof deeds>;
