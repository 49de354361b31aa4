import path from "node:path";
import { dataFolder } from "../system/project.mjs";
import { changed, connected, parseUrl } from "./connection.mjs";
import { migrate } from "./migrations.mjs";
import { startPostgres } from "./postgres.mjs";
import { apiRole, derivedApiUrl, ensureDatabase, ensureDerivedRole, ownerRole } from "./roles.mjs";

const database = "highwater";

/**
 * Opens the database, embedded or the one of DATABASE_URL, and brings it up to date.
 * @param {{ onExit: import("../system/command.mjs").OnExit, say: (line: string) => void }} options
 * @returns {Promise<string>} the URL of the API's own plain role
 */
export const openDatabase = (options) =>
  process.env.DATABASE_URL ? openExternal(options) : openEmbedded(options);

/** @param {{ say: (line: string) => void }} options */
async function openExternal({ say }) {
  const ownerUrl = parseUrl("DATABASE_URL", process.env.DATABASE_URL ?? "").href;
  const given = process.env.DATABASE_API_URL;
  const apiUrl = given ? parseUrl("DATABASE_API_URL", given).href : derivedApiUrl(ownerUrl);
  await migrate(ownerUrl, apiUrl, {
    say,
    ...(given ? {} : { first: (client) => ensureDerivedRole(client, apiUrl) }),
  });
  return apiUrl;
}

/** @param {{ onExit: import("../system/command.mjs").OnExit, say: (line: string) => void }} options */
async function openEmbedded({ onExit, say }) {
  const { superUrl, passwords, home } = await startPostgres({
    folder: path.join(dataFolder(), "postgres"),
    onExit,
  });
  if (home.outside)
    say(
      `The database is kept in ${home.folder}: PostgreSQL does not run as root, and its account ${home.account?.name} cannot reach this folder.`,
    );
  await connected(superUrl("postgres"), (client) => ensureDatabase(client, database, passwords));
  const as = (/** @type {string} */ user, /** @type {string} */ password) =>
    changed(superUrl(database), { user, password });
  const apiUrl = as(apiRole, passwords.api);
  await migrate(as(ownerRole, passwords.owner), apiUrl, { say });
  return apiUrl;
}

/**
 * What the API is told: its own role only, never the owner's address.
 * @param {string} apiUrl
 * @returns {NodeJS.ProcessEnv}
 */
export function apiEnvironment(apiUrl) {
  const { DATABASE_API_URL, ...rest } = process.env;
  return { NODE_ENV: "production", ...rest, DATABASE_URL: apiUrl };
}
