import { Injectable } from "@nestjs/common";
import pg from "pg";
import { Config } from "./config.js";
import { Log } from "./log.js";

export const channel = "highwater_live";
const pause = 500;

/** A session of its own that hears what replicas tell each other, and is made again when it is lost. */
@Injectable()
export class Listening {
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private closed = false;
  private heard = (_payload: string) => {};
  private missed = () => {};

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** `missed` is called whenever something may have been said unheard. */
  on(heard: (payload: string) => void, missed: () => void) {
    this.heard = heard;
    this.missed = missed;
  }

  open(): Promise<void> {
    this.connecting ??= this.connect().catch((error: unknown) => {
      this.log.warn(`live: ${error}`);
      this.again();
    });
    return this.connecting;
  }

  async close() {
    this.closed = true;
    await this.connecting;
    this.client?.removeAllListeners("end");
    await this.client?.end().catch(() => {});
  }

  private again() {
    this.client = undefined;
    this.connecting = undefined;
    if (!this.closed) setTimeout(() => this.closed || this.open(), pause).unref();
  }

  private async connect() {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on("error", () => {});
    client.on("end", () => this.again());
    client.on("notification", ({ payload }) => this.heard(payload ?? ""));
    await client.connect();
    await client.query(`listen ${channel}`);
    this.client = client;
    this.missed();
  }
}
