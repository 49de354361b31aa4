import { Email, Password } from "@highwater/shared/team/contract";
import { z } from "zod";

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  BASE_URL: z.url().optional(),
  TRUST_PROXY: z.stringbool().default(false),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().trim().min(3).max(300).default("Highwater <highwater@localhost>"),
  HIGHWATER_WEB_ROOT: z.string().optional(),
  HIGHWATER_SECRET: z.string().min(32).optional(),
  HIGHWATER_OWNER_EMAIL: Email.optional(),
  HIGHWATER_OWNER_PASSWORD: Password.optional(),
  HIGHWATER_TEAM: z.string().trim().min(1).max(120).optional(),
  HIGHWATER_SAMPLE: z.stringbool().default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** What the program is told from outside, read once. */
export class Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly webRoot: string | undefined;
  readonly secret: string | undefined;
  readonly logLevel: string;
  readonly headless:
    | { email: string; password: string; teamName: string; sample: boolean }
    | undefined;

  constructor(environment: Record<string, string | undefined>) {
    const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
    const parsed = Environment.safeParse(set);
    if (!parsed.success)
      throw new Error(
        parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("\n"),
      );
    const env = parsed.data;
    this.databaseUrl = env.DATABASE_URL;
    this.port = env.PORT;
    this.host = env.HOST;
    this.baseUrl = env.BASE_URL?.replace(/\/$/, "");
    this.trustProxy = env.TRUST_PROXY;
    this.smtpUrl = env.SMTP_URL;
    this.mailFrom = env.MAIL_FROM;
    this.webRoot = env.HIGHWATER_WEB_ROOT;
    this.secret = env.HIGHWATER_SECRET;
    this.logLevel = env.LOG_LEVEL;
    this.headless =
      env.HIGHWATER_OWNER_EMAIL && env.HIGHWATER_OWNER_PASSWORD
        ? {
            email: env.HIGHWATER_OWNER_EMAIL,
            password: env.HIGHWATER_OWNER_PASSWORD,
            teamName: env.HIGHWATER_TEAM ?? "Highwater",
            sample: env.HIGHWATER_SAMPLE,
          }
        : undefined;
  }

  /** Where a browser finds this deployment; links in answers start with it. */
  get origin(): string {
    return this.baseUrl ?? `http://localhost:${this.port}`;
  }

  get secure(): boolean {
    return this.origin.startsWith("https:");
  }
}
