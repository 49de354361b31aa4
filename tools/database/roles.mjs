import { createHmac } from "node:crypto";
import pg from "pg";
import { Failure, reason } from "../system/failure.mjs";
import { canConnect, changed, connected, parseUrl } from "./connection.mjs";

export const ownerRole = "highwater_owner";
export const apiRole = "highwater_api";

/** Tables to which the API may only add: what was once written there stays. */
const appendOnly = ["Activity", "Standing"];

const name = pg.escapeIdentifier;
const plain = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";

/**
 * Makes the two roles and the database of an embedded server, where they are missing.
 * @param {pg.Client} client of the superuser
 * @param {string} database
 * @param {import("./credentials.mjs").Credentials} passwords
 */
export async function ensureDatabase(client, database, passwords) {
  await ensureRole(client, ownerRole, passwords.owner);
  await ensureRole(client, apiRole, passwords.api);
  const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
  if (!rowCount) await client.query(`create database ${name(database)} owner ${name(ownerRole)}`);
}

/**
 * @param {pg.Client} client
 * @param {string} role
 * @param {string} password
 */
async function ensureRole(client, role, password) {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  if (!rowCount)
    await client.query(`create role ${name(role)} ${plain} password ${pg.escapeLiteral(password)}`);
}

/**
 * The API's own way into a database that we do not run. Its password follows from the owner's, so that replicas agree.
 * @param {string} ownerUrl
 */
export function derivedApiUrl(ownerUrl) {
  const { password } = new URL(ownerUrl);
  if (!password)
    throw new Failure(
      "DATABASE_URL has no password to derive the API's from: set DATABASE_API_URL to a plain role of the same database (no SUPERUSER, no BYPASSRLS, not its owner).",
    );
  const derived = createHmac("sha256", decodeURIComponent(password))
    .update(apiRole)
    .digest("base64url");
  return changed(ownerUrl, { user: apiRole, password: derived });
}

/**
 * @param {pg.Client} client of the owner
 * @param {string} apiUrl
 */
export async function ensureDerivedRole(client, apiUrl) {
  if (await canConnect(apiUrl)) return;
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [apiRole]);
  const password = pg.escapeLiteral(decodeURIComponent(new URL(apiUrl).password));
  try {
    await client.query(
      `${rowCount ? "alter" : "create"} role ${name(apiRole)} ${rowCount ? "LOGIN" : plain} password ${password}`,
    );
  } catch (error) {
    throw new Failure(
      `The owner in DATABASE_URL may not make the API's role (${reason(error)}): have a plain role made (no SUPERUSER, no BYPASSRLS) and set DATABASE_API_URL to it.`,
    );
  }
}

/**
 * Row-level security binds neither superusers nor owners, so the API must be neither.
 * @param {pg.Client} client of the owner
 * @param {string} apiUrl
 */
async function requirePlain(client, apiUrl) {
  const role = decodeURIComponent(parseUrl("DATABASE_API_URL", apiUrl).username);
  const { rows } = await client.query(
    "select rolsuper or rolbypassrls or pg_has_role(oid, current_user::regrole, 'USAGE') as mighty from pg_roles where rolname = $1",
    [role],
  );
  if (!rows[0])
    throw new Failure(
      `The role ${role} of DATABASE_API_URL does not exist: make it, or leave DATABASE_API_URL empty.`,
    );
  if (rows[0].mighty)
    throw new Failure(
      `The role ${role} would bypass the rules that keep teams apart: give the API a plain role (no SUPERUSER, no BYPASSRLS, not the owner) in DATABASE_API_URL.`,
    );
  return role;
}

/**
 * @param {string} ownerUrl
 * @param {string} apiUrl
 */
export const grant = (ownerUrl, apiUrl) =>
  connected(ownerUrl, async (client) => {
    const role = name(await requirePlain(client, apiUrl));
    const { rows } = await client.query(
      "select tablename as table from pg_tables where schemaname = 'public'",
    );
    const grants = rows.flatMap(({ table }) => tableGrants(table, role));
    await client.query(
      [
        `grant usage on schema public to ${role}`,
        `grant usage on all sequences in schema public to ${role}`,
        `alter default privileges in schema public grant select, insert, update, delete on tables to ${role}`,
        `alter default privileges in schema public grant usage on sequences to ${role}`,
        ...grants,
      ].join(";\n"),
    );
  });

/**
 * @param {string} table
 * @param {string} role
 */
function tableGrants(table, role) {
  const at = `public.${name(table)}`;
  if (table === "_prisma_migrations") return [`revoke all on ${at} from ${role}`];
  if (appendOnly.includes(table))
    return [`revoke all on ${at} from ${role}`, `grant select, insert on ${at} to ${role}`];
  return [`grant select, insert, update, delete on ${at} to ${role}`];
}
