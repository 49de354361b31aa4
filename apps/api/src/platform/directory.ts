import { Injectable } from "@nestjs/common";
import { Prisma } from "./prisma.js";
import { digest } from "./secret.js";

/** What stands above teams: users, who belongs where, and links that lead into a team. */
@Injectable()
export class Directory {
  constructor(private readonly prisma: Prisma) {}

  async empty(): Promise<boolean> {
    return (await this.prisma.user.findFirst({ select: { id: true } })) === null;
  }

  async teamIds(): Promise<string[]> {
    const teams = await this.prisma.team.findMany({ select: { id: true }, orderBy: { id: "asc" } });
    return teams.map(({ id }) => id);
  }

  userByEmail(email: string) {
    return this.prisma.user.findUnique({ where: { email: email.toLowerCase() } });
  }

  membershipsOf(userId: string) {
    return this.prisma.member.findMany({
      where: { userId },
      include: { team: true },
      orderBy: { createdAt: "asc" },
    });
  }

  async slugTaken(slug: string): Promise<boolean> {
    return (await this.prisma.team.findUnique({ where: { slug } })) !== null;
  }

  /** The first team, or the one of this slug. */
  teamOf(slug?: string) {
    return this.prisma.team.findFirst({
      where: slug === undefined ? {} : { slug },
      orderBy: { createdAt: "asc" },
      include: { members: { where: { role: "owner" }, orderBy: { createdAt: "asc" }, take: 1 } },
    });
  }

  /** An invitation that can still be accepted, by the secret of its link. */
  openInvitation(token: string) {
    return this.prisma.invitation.findFirst({
      where: { tokenHash: digest(token), acceptedAt: null, expiresAt: { gt: new Date() } },
      include: { team: { select: { name: true } } },
    });
  }
}
