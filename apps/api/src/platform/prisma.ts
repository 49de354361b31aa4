import { Injectable, type OnApplicationShutdown } from "@nestjs/common";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/prisma/client.js";
import { Config } from "./config.js";
import { nameOf } from "./statement-name.js";

/** The client itself. Only the platform holds it: modules read by `Db` and write by `Journal`. */
@Injectable()
export class Prisma extends PrismaClient implements OnApplicationShutdown {
  constructor(config: Config) {
    super({
      adapter: new PrismaPg(
        {
          connectionString: config.databaseUrl,
          max: 10,
          statement_timeout: 15_000,
          idle_in_transaction_session_timeout: 15_000,
          connectionTimeoutMillis: 5_000,
        },
        { statementNameGenerator: ({ sql }) => nameOf(sql) as string },
      ),
    });
  }

  /** After whatever still asks it something: modules end their work, then requests are answered, then this. */
  onApplicationShutdown() {
    return this.$disconnect();
  }
}
