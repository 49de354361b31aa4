import { pipeline } from "node:stream/promises";
import { Injectable } from "@nestjs/common";
import pg from "pg";
import { from } from "pg-copy-streams";
import { Config } from "./config.js";

/** What of a COPY's text form has a meaning of its own. */
const signs = /[\\\n\r\t]/g;
const written: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A row in COPY's text form. */
export const copyLine = (values: readonly (string | number | null)[]): string =>
  `${values
    .map((value) => {
      if (value === null) return "\\N";
      if (typeof value === "number") return value;
      return signs.test(value) ? value.replace(signs, (sign) => written[sign] ?? sign) : value;
    })
    .join("\t")}\n`;

/** Rows by the thousand, by PostgreSQL's own COPY, in a session of their own. */
@Injectable()
export class Copy {
  constructor(private readonly config: Config) {}

  /** All lines or none. `table` names the table and its columns, and is a constant of ours. */
  async into(table: string, lines: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => {});
    await client.connect();
    try {
      await pipeline(lines, client.query(from(`copy ${table} from stdin`)), { signal });
    } finally {
      await client.end().catch(() => {});
    }
  }
}
