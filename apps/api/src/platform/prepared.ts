import { Injectable, type OnApplicationShutdown } from "@nestjs/common";
import pg from "pg";
import type { z } from "zod";
import type { Prisma as Generated } from "../generated/prisma/client.js";
import { Config } from "./config.js";

/**
 * Readings that are asked again and again, without an ORM between: PostgreSQL keeps the plan of each that is named,
 * session by session. A name stands for one text.
 */
@Injectable()
export class Prepared implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor({ databaseUrl }: Config) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 4,
      statement_timeout: 15_000,
      query_timeout: 16_000,
      connectionTimeoutMillis: 5_000,
    });
    this.pool.on("error", () => {});
  }

  onApplicationShutdown() {
    return this.pool.end();
  }

  /** Its rows, by their shape; without a name it is planned anew each time. */
  async rows<S extends z.ZodType>(
    shape: S,
    { text, values }: Generated.Sql,
    name?: string,
  ): Promise<z.output<S>> {
    const { rows } = await this.pool.query({ ...(name && { name }), text, values });
    return shape.parse(rows);
  }
}
