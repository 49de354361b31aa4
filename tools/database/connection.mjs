import pg from "pg";
import { Failure, reason } from "../system/failure.mjs";

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function connected(url, work) {
  const client = new pg.Client({
    connectionString: url,
    application_name: "highwater tools",
    connectionTimeoutMillis: 15_000,
  });
  // A connection cut while idle would otherwise end the process; the next query reports it just as well.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Failure(
      `The database at ${place(url)} did not let us in (${reason(error)}): check that PostgreSQL runs there and that the address, user and password are right.`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} url */
export async function canConnect(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
export function parseUrl(name, text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && ["postgres:", "postgresql:"].includes(url.protocol)) return url;
  throw new Failure(
    `${name} is not the address of a PostgreSQL database: write it as postgresql://user:password@host:5432/database.`,
  );
}

/**
 * @param {string} url
 * @param {{ database?: string, user?: string, password?: string }} parts
 */
export function changed(url, { database, user, password }) {
  const other = new URL(url);
  if (database !== undefined) other.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) other.username = encodeURIComponent(user);
  if (password !== undefined) other.password = encodeURIComponent(password);
  return other.href;
}

/** @param {string} url */
function place(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "the local socket"}${port && `:${port}`}${pathname}`;
}
