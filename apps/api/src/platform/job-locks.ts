import { Injectable } from "@nestjs/common";
import pg from "pg";
import { Config } from "./config.js";

const space = "7270719301";

/**
 * Locks that a database session holds: PostgreSQL lets go of them the moment the session's process is gone,
 * so no lane waits for a time-out after a crash. The same session listens for new jobs.
 */
@Injectable()
export class JobLocks {
  private client: Promise<pg.Client> | undefined;
  private lost = () => {};
  private woken = () => {};

  constructor(private readonly config: Config) {}

  onLoss(heard: () => void) {
    this.lost = heard;
  }

  onWake(heard: () => void) {
    this.woken = heard;
  }

  /** Whether the lane is ours now. Asked again while it is ours, it would be ours twice. */
  async take(lane: string): Promise<boolean> {
    const client = await this.connected();
    const { rows } = await client.query<{ ours: boolean }>(
      `select pg_try_advisory_lock(hashtextextended($1, ${space})) as ours`,
      [lane],
    );
    return rows[0]?.ours ?? false;
  }

  async release(lane: string) {
    const client = await this.client?.catch(() => undefined);
    await client
      ?.query(`select pg_advisory_unlock(hashtextextended($1, ${space}))`, [lane])
      .catch(() => {});
  }

  async close() {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    client?.removeAllListeners("end");
    await client?.end().catch(() => {});
  }

  private connected(): Promise<pg.Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = undefined;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on("error", () => {});
    client.on("end", () => {
      this.client = undefined;
      this.lost();
    });
    client.on("notification", () => this.woken());
    await client.connect();
    await client.query("listen highwater_jobs");
    return client;
  }
}
