import { createHash, createHmac, randomBytes } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { Config } from "./config.js";
import { Prisma } from "./prisma.js";

/** The deployment's secret: given by the environment, or made once and shared by all replicas. */
@Injectable()
export class Secret {
  private value: Promise<string> | undefined;

  constructor(
    private readonly config: Config,
    private readonly prisma: Prisma,
  ) {}

  get(): Promise<string> {
    this.value ??= this.load();
    return this.value;
  }

  /** A value that every replica derives alike and nobody else can. */
  async derive(purpose: string): Promise<string> {
    return createHmac("sha256", await this.get())
      .update(purpose)
      .digest("base64url");
  }

  private async load(): Promise<string> {
    if (this.config.secret) return this.config.secret;
    await this.prisma.setting.createMany({
      data: [{ key: "secret", value: randomBytes(32).toString("base64url") }],
      skipDuplicates: true,
    });
    return (await this.prisma.setting.findUniqueOrThrow({ where: { key: "secret" } })).value;
  }
}

/** What is kept of a bearer secret. */
export const digest = (secret: string) => createHash("sha256").update(secret).digest("hex");

export const newSecret = (prefix: string) => `${prefix}${randomBytes(32).toString("base64url")}`;
