import { Injectable } from "@nestjs/common";
import { standing } from "./member-name.js";
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
      include: {
        members: { where: { role: "owner", ...standing }, orderBy: { createdAt: "asc" }, take: 1 },
      },
    });
  }

  async slugs(most: number): Promise<string[]> {
    const teams = await this.prisma.team.findMany({
      select: { slug: true },
      orderBy: { createdAt: "asc" },
      take: most,
    });
    return teams.map(({ slug }) => slug);
  }

  /** Whom this user was in the team before they were removed from it, as the activity remembers. */
  async formerMember(teamId: string, userId: string): Promise<string | null> {
    const removal = await this.prisma.activity.findFirst({
      where: { teamId, verb: "team.removed", before: { path: ["userId"], equals: userId } },
      orderBy: { at: "desc" },
    });
    if (!removal?.subjectId) return null;
    const member = await this.prisma.member.findFirst({
      where: { teamId, id: removal.subjectId, userId: null, removedAt: { not: null } },
    });
    return member?.id ?? null;
  }

  /** By the secret of its link, whether it can still be accepted or not. */
  invitation(token: string) {
    return this.prisma.invitation.findUnique({
      where: { tokenHash: digest(token) },
      include: { team: { select: { name: true } }, createdBy: true },
    });
  }
}
