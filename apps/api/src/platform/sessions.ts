import { deviceOf } from "@highwater/shared/team/device";
import { Injectable } from "@nestjs/common";
import { found } from "./db.js";
import { Live } from "./live.js";
import { Prisma } from "./prisma.js";

/** Where a user is signed in. A session that ends, ends its streams on every replica. */
@Injectable()
export class Sessions {
  constructor(
    private readonly prisma: Prisma,
    private readonly live: Live,
  ) {}

  async list(userId: string, currentId: string | null) {
    const rows = await this.prisma.session.findMany({
      where: { userId, expiresAt: { gt: new Date() } },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    });
    return rows
      .map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
        id,
        current: id === currentId,
        ...deviceOf(userAgent),
        address: ipAddress || null,
        createdAt: createdAt.toISOString(),
        lastUsedAt: updatedAt.toISOString(),
      }))
      .sort((a, b) => Number(b.current) - Number(a.current));
  }

  async end(userId: string, id: string) {
    const { count } = await this.prisma.session.deleteMany({ where: { id, userId } });
    found(count || null, "session");
    this.live.recheck(userId);
  }

  async endOthers(userId: string, currentId: string | null) {
    await this.prisma.session.deleteMany({
      where: { userId, ...(currentId === null ? {} : { id: { not: currentId } }) },
    });
    this.live.recheck(userId);
  }

  /** Last use is kept to the minute, so that reading doesn't write each time. */
  async touch({ id, updatedAt }: { id: string; updatedAt: Date }) {
    if (Date.now() - updatedAt.getTime() < 60_000) return;
    await this.prisma.session.updateMany({ where: { id }, data: { updatedAt: new Date() } });
  }
}
