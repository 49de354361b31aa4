import { randomBytes } from "node:crypto";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import pg from "pg";
import { createApp } from "../src/app.js";
import { Config } from "../src/platform/config.js";
import { Jobs } from "../src/platform/jobs.js";
import { SetupService } from "../src/setup/setup.service.js";
import { Client } from "./client.js";
import { type Furniture, furnish, type Who } from "./furniture.js";
import { startProgram } from "./program.js";

const { env } = process;

function told(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is missing: run the tests with npm test.`);
  return value;
}

const quoted = (name: string) => `"${name}"`;

/** One statement as the superuser of the test server. */
async function asAdmin(text: string, values: unknown[] = [], database?: string) {
  const url = new URL(told("HIGHWATER_TEST_ADMIN_URL"));
  if (database) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A copy of a template, and the address by which the API's own role enters it. */
async function copyOf(template: string) {
  const name = `${told("HIGHWATER_TEST_TEMPLATE")}_${randomBytes(5).toString("hex")}`;
  await asAdmin(`create database ${quoted(name)} template ${quoted(template)}`);
  return { name, url: addressOf(name) };
}

function addressOf(database: string): string {
  const url = new URL(told("HIGHWATER_TEST_ADMIN_URL"));
  url.pathname = `/${database}`;
  url.username = "highwater_api";
  url.password = told("HIGHWATER_TEST_API_PASSWORD");
  return url.href;
}

const drop = (database: string) =>
  asAdmin(`drop database if exists ${quoted(database)} with (force)`);

/** The program on a port of its own. */
async function boot(databaseUrl: string, settings: Record<string, string> = {}) {
  const app = await createApp(
    new Config({
      DATABASE_URL: databaseUrl,
      PORT: "0",
      LOG_LEVEL: env["HIGHWATER_TEST_LOG"] ?? "silent",
      ...settings,
    }),
  );
  await app.listen(0, "127.0.0.1");
  const url = await app.getUrl();
  // The first question loads the query compiler, which Jest refuses between two tests: jobs come after.
  await fetch(`${url}/health/ready`);
  app.get(Jobs).start();
  return { app, url };
}

export async function setupToken(app: NestFastifyApplication): Promise<string> {
  const link = await app.get(SetupService).link();
  if (!link) throw new Error("This house is set up already.");
  return new URL(link).searchParams.get("token") ?? "";
}

/** An app before its first user, on a fresh copy of the migrated template. */
export async function openEmptyHouse(settings: Record<string, string> = {}) {
  const { name, url: databaseUrl } = await copyOf(told("HIGHWATER_TEST_TEMPLATE"));
  const { app, url } = await boot(databaseUrl, settings);
  return {
    app,
    url,
    anonymous: new Client(url),
    sql: (text: string, values: unknown[] = []) => asAdmin(text, values, name),
    async close() {
      await app.close();
      await drop(name);
    },
  };
}

/**
 * A second template, made by whichever worker comes first: a set-up team with a member of every role,
 * each signed in. Hashing eleven passwords takes a second, copying takes none. How to enter stands in
 * the database's comment. A new run of tools/test.mjs begins by dropping it.
 */
async function furnishedTemplate(sample: boolean): Promise<{ template: string; keys: Furniture }> {
  const bare = told("HIGHWATER_TEST_TEMPLATE");
  const template = `${bare}_${sample ? "sample" : "team"}`;
  const admin = new pg.Client({ connectionString: told("HIGHWATER_TEST_ADMIN_URL") });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(7270719301)");
    const known = await admin.query<{ keys: string | null }>(
      "select shobj_description(oid, 'pg_database') as keys from pg_database where datname = $1",
      [template],
    );
    const comment = known.rows[0]?.keys;
    if (comment) return { template, keys: JSON.parse(comment) as Furniture };
    await drop(template);
    await admin.query(`create database ${quoted(template)} template ${quoted(bare)}`);
    const { app, url } = await boot(addressOf(template));
    const keys = await furnish(url, await setupToken(app), sample);
    await app.close();
    const words = pg.escapeLiteral(JSON.stringify(keys));
    await admin.query(`comment on database ${quoted(template)} is ${words}`);
    return { template, keys };
  } finally {
    await admin.end();
  }
}

export type House = Awaited<ReturnType<typeof houseOn>>;

/** An app on a fresh copy of a set-up team; a signed-in client for each of its members. */
export async function openHouse(options: { sample?: boolean } = {}) {
  const { template, keys } = await furnishedTemplate(options.sample ?? false);
  return houseOn(template, keys);
}

/** The program as it is built, on a copy of what a house has become. */
async function twinOn(template: string, keys: Furniture) {
  const { name, url: databaseUrl } = await copyOf(template);
  const { url, stop } = await startProgram(databaseUrl);
  const as = (who: Who) => new Client(url, keys[who]);
  return {
    url,
    anonymous: new Client(url),
    owner: as("owner"),
    admin: as("admin"),
    reviewer: as("reviewer"),
    second: as("second"),
    third: as("third"),
    viewer: as("viewer"),
    sql: (text: string, values: unknown[] = []) => asAdmin(text, values, name),
    async close() {
      await stop();
      await drop(name);
    },
  };
}
export type Twin = Awaited<ReturnType<typeof twinOn>>;

/** Two of them, of a house that closes: whatever differs between them was done since. */
export async function twinsOf(house: House): Promise<[Twin, Twin]> {
  await house.app.close();
  const template = new URL(house.databaseUrl).pathname.slice(1);
  const twins: [Twin, Twin] = [await twinOn(template, house), await twinOn(template, house)];
  await drop(template);
  return twins;
}

async function houseOn(template: string, keys: Furniture) {
  const { name, url: databaseUrl } = await copyOf(template);
  const { app, url } = await boot(databaseUrl);
  const as = (who: Who) => new Client(url, keys[who]);
  return {
    app,
    url,
    databaseUrl,
    anonymous: new Client(url),
    owner: as("owner"),
    admin: as("admin"),
    reviewer: as("reviewer"),
    second: as("second"),
    third: as("third"),
    viewer: as("viewer"),
    /** The program once more, on the same database. */
    async replica() {
      const { app: other, url: otherUrl } = await boot(databaseUrl);
      return {
        app: other,
        as: (who: Who) => new Client(otherUrl, keys[who]),
        close: () => other.close(),
      };
    },
    /** What the database holds, past every rule of the API. */
    sql: (text: string, values: unknown[] = []) => asAdmin(text, values, name),
    async close() {
      await app.close();
      await drop(name);
    },
  };
}

/** A second process's worth of the program, on the same database. */
export async function replicaOf(house: House, settings: Record<string, string> = {}) {
  const { app, url } = await boot(house.databaseUrl, settings);
  const as = (who: Who) => new Client(url, house[who]);
  return { app, url, as, close: () => app.close() };
}
