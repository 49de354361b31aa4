import { Injectable, type OnApplicationShutdown } from "@nestjs/common";
import pg from "pg";
import type { z } from "zod";
import { Prisma as Generated } from "../generated/prisma/client.js";
import { Config } from "./config.js";
import { nameOf } from "./statement-name.js";
import type { RawTx } from "./team-scope.js";

/**
 * What is asked and done all day, without an ORM between: PostgreSQL keeps the plan of each statement that is named,
 * session by session. A name stands for one text.
 */
@Injectable()
export class Prepared implements OnApplicationShutdown {
  /** Searches, which are planned each by its own words. */
  private readonly planned: pg.Pool;
  private readonly named: pg.Pool;
  /** Apart, since deeds wait for each other's locks. */
  private readonly writing: pg.Pool;

  constructor({ databaseUrl }: Config) {
    this.planned = poolOf(databaseUrl, 4);
    this.named = poolOf(databaseUrl, 4, keepPlans);
    this.writing = poolOf(databaseUrl, 8, keepPlans);
  }

  async onApplicationShutdown() {
    await Promise.all([this.planned, this.named, this.writing].map((pool) => pool.end()));
  }

  /** Its rows, by their shape. */
  async rows<S extends z.ZodType>(shape: S, sql: Generated.Sql): Promise<z.output<S>> {
    const query = asked(sql);
    const pool = "name" in query ? this.named : this.planned;
    return shape.parse((await pool.query(query)).rows);
  }

  /** The same of what may take a while, where there is much to read. */
  async much<S extends z.ZodType>(shape: S, { text, values }: Generated.Sql): Promise<z.output<S>> {
    const client = await this.planned.connect();
    let broken = true;
    try {
      await client.query("begin read only");
      await client.query(`set local statement_timeout = ${patience}`);
      const query = { text, values, query_timeout: patience + 1_000 };
      const { rows } = await client.query(query);
      await client.query("commit");
      broken = false;
      return shape.parse(rows);
    } finally {
      client.release(broken);
    }
  }

  /** All of it or nothing. */
  async transaction<T>(work: (tx: RawTx) => Promise<T>): Promise<T> {
    const client = await this.writing.connect();
    let broken = false;
    try {
      await client.query("begin");
      const done = await work(rawOn(client));
      await client.query("commit");
      return done;
    } catch (error) {
      // A session that can't even be rolled back is of no more use.
      await client.query("rollback").catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

const patience = 120_000;

/** Left to itself, the server plans anew what an estimate of the values makes look cheaper: longer than it then takes. */
const keepPlans = { options: "-c plan_cache_mode=force_generic_plan" };

function poolOf(connectionString: string, max: number, more: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString, max },
    ...more,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    query_timeout: 16_000,
    connectionTimeoutMillis: 5_000,
  });
  pool.on("error", () => {});
  return pool;
}

function asked({ text, values }: Generated.Sql) {
  const name = nameOf(text);
  return { ...(name && { name }), text, values };
}

/** Statements are written as for the ORM. */
function rawOn(client: pg.PoolClient): RawTx {
  const send = (pieces: TemplateStringsArray | Generated.Sql, values: unknown[]) => {
    const sql = "raw" in pieces ? Generated.sql(pieces, ...(values as never[])) : pieces;
    return client.query(asked(sql));
  };
  return {
    $queryRaw: (async (pieces: TemplateStringsArray | Generated.Sql, ...values: unknown[]) =>
      (await send(pieces, values)).rows) as RawTx["$queryRaw"],
    $executeRaw: (async (pieces: TemplateStringsArray | Generated.Sql, ...values: unknown[]) =>
      (await send(pieces, values)).rowCount ?? 0) as RawTx["$executeRaw"],
  };
}
