import { z } from "zod";
import { Id, Locale, line, Timestamp } from "../kernel/contract.js";

export const roles = ["viewer", "reviewer", "admin", "owner"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Who acts, in which team. Every read and write is made for an actor. */
export interface Actor {
  userId: string | null;
  memberId: string;
  teamId: string;
  role: Role;
}

export const Email = z.email().max(254).toLowerCase();
export const Password = z.string().min(10).max(256);

export const SetupStatus = z.object({ needed: z.boolean() }).meta({ id: "SetupStatus" });

export const SetupInput = z
  .strictObject({
    token: z.string().min(1).max(200),
    name: line(120),
    email: Email,
    password: Password,
    teamName: line(120),
    sample: z.boolean().default(false),
    locale: Locale.default("en"),
  })
  .meta({ id: "SetupInput" });
export type SetupInput = z.infer<typeof SetupInput>;

export const Team = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    minReviews: z.int(),
    openWithoutReviewing: z.boolean(),
    createdAt: Timestamp,
  })
  .meta({ id: "Team" });
export type Team = z.infer<typeof Team>;

export const TeamInput = z.strictObject({ name: line(120) }).meta({ id: "TeamInput" });
export type TeamInput = z.infer<typeof TeamInput>;

export const TeamPatch = z
  .strictObject({
    name: line(120).optional(),
    minReviews: z.int().min(1).max(20).optional(),
    openWithoutReviewing: z.boolean().optional(),
  })
  .meta({ id: "TeamPatch" });
export type TeamPatch = z.infer<typeof TeamPatch>;

export const Membership = z
  .object({ team: Team, memberId: Id, role: Role, suspended: z.boolean() })
  .meta({ id: "Membership" });
export type Membership = z.infer<typeof Membership>;

export const Me = z
  .object({
    user: z.object({ id: Id, name: z.string(), email: z.string() }),
    memberships: z.array(Membership),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

export const Member = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    role: Role,
    sample: z.boolean(),
    createdAt: Timestamp,
    /** Since when they may do nothing here. */
    suspendedAt: Timestamp.nullable(),
    /** Since when they belong to the team no more; what they signed stays. */
    removedAt: Timestamp.nullable(),
  })
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

export const MemberPatch = z
  .strictObject({ role: Role.optional(), suspended: z.boolean().optional() })
  .refine(({ role, suspended }) => role !== undefined || suspended !== undefined, {
    path: ["role"],
    params: { code: "team.nothing_to_change" },
  })
  .meta({ id: "MemberPatch" });
export type MemberPatch = z.infer<typeof MemberPatch>;

/** Where somebody is signed in. The words for the device are made of what its browser says of itself. */
export const Session = z
  .object({
    id: Id,
    current: z.boolean(),
    browser: z.string().nullable(),
    system: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: Timestamp,
    lastUsedAt: Timestamp,
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof Session>;

export const PasswordInput = z
  .strictObject({ current: z.string().min(1).max(256), new: Password })
  .refine((input) => input.current !== input.new, {
    path: ["new"],
    params: { code: "team.password_same" },
  })
  .meta({ id: "PasswordInput" });
export type PasswordInput = z.infer<typeof PasswordInput>;

export const InvitationInput = z
  .strictObject({ role: Role.default("reviewer"), email: Email.optional() })
  .meta({ id: "InvitationInput" });
export type InvitationInput = z.infer<typeof InvitationInput>;

export const Invitation = z
  .object({
    id: Id,
    role: Role,
    email: z.string().nullable(),
    expiresAt: Timestamp,
    createdAt: Timestamp,
    acceptedAt: Timestamp.nullable(),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

/** The link's secret stands here once, in the answer to its creation. */
export const CreatedInvitation = Invitation.extend({ token: z.string(), url: z.string() }).meta({
  id: "CreatedInvitation",
});
export type CreatedInvitation = z.infer<typeof CreatedInvitation>;

/** What the bearer of an invitation link may know before accepting it. */
export const InvitationPreview = z
  .object({ teamName: z.string(), role: Role, email: z.string().nullable() })
  .meta({ id: "InvitationPreview" });
export type InvitationPreview = z.infer<typeof InvitationPreview>;

/** Signed-in users send the token alone; newcomers add name, e-mail and password. */
export const AcceptInvitationInput = z
  .strictObject({
    token: z.string().min(1).max(200),
    name: line(120).optional(),
    email: Email.optional(),
    password: Password.optional(),
  })
  .meta({ id: "AcceptInvitationInput" });
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

export const TokenInput = z
  .strictObject({
    name: line(120),
    readOnly: z.boolean().default(false),
    expiresInDays: z.int().min(1).max(366).default(90),
  })
  .meta({ id: "TokenInput" });
export type TokenInput = z.infer<typeof TokenInput>;

export const ApiToken = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string(),
    readOnly: z.boolean(),
    expiresAt: Timestamp,
    lastUsedAt: Timestamp.nullable(),
    createdAt: Timestamp,
  })
  .meta({ id: "ApiToken" });
export type ApiToken = z.infer<typeof ApiToken>;

export const CreatedToken = ApiToken.extend({ token: z.string() }).meta({ id: "CreatedToken" });
export type CreatedToken = z.infer<typeof CreatedToken>;
