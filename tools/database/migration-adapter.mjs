import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { reason } from "../system/failure.mjs";
import { changed } from "./connection.mjs";

const textType = 25;
const charType = 18;

// The catalog has columns of PostgreSQL's internal type "char", which the adapter refuses and the engine wants as characters.
// The engine asks one thing at a time, so these are the columns of the answer at hand.
/** @type {number[]} */
let charColumns = [];

/** @param {pg.QueryResult | undefined} result */
function noteCharColumns(result) {
  charColumns = [];
  for (const [index, field] of (result?.fields ?? []).entries()) {
    if (field.dataTypeID !== charType) continue;
    field.dataTypeID = textType;
    charColumns.push(index);
  }
  return result;
}

class CatalogClient extends pg.Client {
  /** @param {any[]} args */
  query(...args) {
    const answer = args.at(-1);
    if (typeof answer === "function")
      args[args.length - 1] = (/** @type {unknown} */ error, /** @type {any} */ result) =>
        answer(error, noteCharColumns(result));
    const query = /** @type {any} */ (super.query).apply(this, args);
    return typeof query?.then === "function" ? query.then(noteCharColumns) : query;
  }
}

/** What PostgreSQL said of the script that failed: the engine's own report leaves it out. */
export const refusals = /** @type {string[]} */ ([]);

/** @param {any} connection */
function withCorrections(connection) {
  // The adapter cuts a script at every semicolon, also within function bodies; whole, it also is one transaction.
  connection.executeScript = async (/** @type {string} */ script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      refusals.push(reason(error));
      throw error;
    }
  };
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (/** @type {unknown} */ query) => {
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return connection;
}

/** The adapter as the schema engine needs it; it closes what the engine leaves open. */
export class MigrationAdapter extends PrismaPg {
  /** @type {any[]} */
  #connections = [];
  /** @type {string[]} */
  #shadows = [];
  #url;

  /** @param {string} url */
  constructor(url) {
    super({ connectionString: url, Client: CatalogClient });
    this.#url = url;
  }

  async connect() {
    return this.#opened(await super.connect());
  }

  // The adapter's own one drops the shadow database while it is still connected to it.
  async connectToShadowDb() {
    const shadow = `highwater_shadow_${randomBytes(6).toString("hex")}`;
    await this.#execute(`create database "${shadow}"`);
    this.#shadows.push(shadow);
    return this.#opened(
      await new PrismaPg({
        connectionString: changed(this.#url, { database: shadow }),
        Client: CatalogClient,
      }).connect(),
    );
  }

  async close() {
    // The engine has closed some of them itself.
    for (const connection of this.#connections) await connection.dispose().catch(() => {});
    for (const shadow of this.#shadows)
      await this.#execute(`drop database if exists "${shadow}" with (force)`);
  }

  /** @param {any} connection */
  #opened(connection) {
    this.#connections.push(connection);
    return withCorrections(connection);
  }

  /** @param {string} statement */
  async #execute(statement) {
    const connection = await super.connect();
    await connection.executeScript(statement);
    await connection.dispose();
  }
}
