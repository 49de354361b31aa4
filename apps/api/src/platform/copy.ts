import { pipeline } from "node:stream/promises";
import { Injectable, type OnApplicationShutdown } from "@nestjs/common";
import pg from "pg";
import { from, to } from "pg-copy-streams";
import { Config } from "./config.js";

/** Rows by the thousand and bytes by the megabyte, by PostgreSQL's own COPY, in a session of their own. */
@Injectable()
export class Copy implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(private readonly config: Config) {
    this.pool = new pg.Pool({ ...limits(config), max: 2, statement_timeout: 15_000 });
    this.pool.on("error", () => {});
  }

  onApplicationShutdown() {
    return this.pool.end();
  }

  /** One statement with values by the megabyte: Prisma would hold each of them several times over. */
  async send(statement: string, values: readonly (string | number | Buffer)[]): Promise<void> {
    await this.pool.query(statement, [...values]);
  }

  /** All rows or none, packed by `CopyRows`. `table` names the table and its columns, and is a constant of ours. */
  into(table: string, pieces: AsyncIterable<Buffer>, signal: AbortSignal): Promise<void> {
    return this.session((client) =>
      pipeline(pieces, client.query(from(`copy ${table} from stdin (format binary)`)), { signal }),
    );
  }

  /** The bytes that each question answers with, the next one asked while one is used; ends where there are none. */
  async *bytes(question: (number: number) => string): AsyncGenerator<Buffer> {
    const client = await this.open();
    const lost = lossOf(client);
    const ask = (number: number) => Promise.race([bytesOf(client, question(number)), lost]);
    let next = ask(0);
    try {
      for (let number = 1; ; number++) {
        const bytes = await next;
        if (bytes === null) return;
        next = ask(number);
        yield bytes;
      }
    } finally {
      await next.catch(() => {});
      await client.end().catch(() => {});
    }
  }

  private async session<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = await this.open();
    try {
      return await Promise.race([work(client), lossOf(client)]);
    } finally {
      await client.end().catch(() => {});
    }
  }

  private async open(): Promise<pg.Client> {
    const client = new pg.Client(limits(this.config));
    client.on("error", () => {});
    await client.connect();
    return client;
  }
}

/** A stream of COPY does not always hear that its session is gone: this does. */
function lossOf(client: pg.Client): Promise<never> {
  const lost = new Promise<never>((_, reject) =>
    client.once("end", () => reject(new Error("Connection terminated unexpectedly"))),
  );
  lost.catch(() => {});
  return lost;
}

const limits = ({ databaseUrl }: Config) => ({
  connectionString: databaseUrl,
  connectionTimeoutMillis: 5_000,
});

/** COPY's signature, the count of values and the length of the value stand before it. */
const before = 19 + 2 + 4;

/** Of one row with one value. A COPY moves bytes five times as fast as a query's answer. */
async function bytesOf(client: pg.Client, question: string): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  for await (const piece of client.query(to(`copy (${question}) to stdout (format binary)`)))
    pieces.push(piece as Buffer);
  const all = Buffer.concat(pieces);
  return all.length < before ? null : all.subarray(before, before + all.readInt32BE(before - 4));
}
