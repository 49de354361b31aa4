import { Role } from "@highwater/shared/team/contract";
import { z } from "zod";
import { Prisma } from "../generated/prisma/client.js";

const Membership = z.object({
  memberId: z.string(),
  teamId: z.string(),
  role: Role,
  suspended: z.boolean(),
  pulse: z.string(),
});

const BySession = z.object({
  sessionId: z.string(),
  updatedAt: z.date(),
  expiresAt: z.date(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  memberships: z.array(Membership),
});
export type BySession = z.infer<typeof BySession>;

/** How often anything of a team was recorded: what was read before is good as long as this stands. */
const pulse = (teamId: Prisma.Sql) => Prisma.sql`
  (select coalesce(sum(p.beats), 0)::text from "Pulse" p where p."teamId" = ${teamId})`;

/** A row a question; without a session in it where there is none that stands. */
export const SessionRows = z.array(BySession.or(z.object({ sessionId: z.null() })));

/**
 * For each session's token its session and user, and up to two memberships: of the team of this slug, or of any where
 * it is null.
 */
export const bySessions = (
  asked: readonly { token: string; slug: string | null }[],
): Prisma.Sql => Prisma.sql`/* prepared: entries by session */
  select s.id::text as "sessionId", s."updatedAt", s."expiresAt", u.id::text as "userId", u.name, u.email,
         coalesce((select jsonb_agg(m) from (
           select m.id as "memberId", m."teamId", m.role, m."suspendedAt" is not null as suspended,
                  ${pulse(Prisma.sql`m."teamId"`)} as pulse
             from "Member" m join "Team" t on t.id = m."teamId"
            where m."userId" = u.id and (q.slug is null or t.slug = q.slug) limit 2) m), '[]') as memberships
    from unnest(${asked.map(({ token }) => token)}::text[], ${asked.map(({ slug }) => slug)}::text[])
         with ordinality as q(token, slug, place)
    left join "Session" s on s.token = q.token and s."expiresAt" > now()
    left join "User" u on u.id = s."userId"
   order by q.place`;

const ByToken = Membership.extend({
  id: z.string(),
  readOnly: z.boolean(),
  usedLately: z.boolean(),
  slug: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
});
export type ByToken = z.infer<typeof ByToken>;

export const TokenRows = z.array(ByToken.or(z.object({ id: z.null() })));

/** For each hash its token that has not run out, with its member, user and team. */
export const byTokens = (
  hashes: readonly string[],
): Prisma.Sql => Prisma.sql`/* prepared: entries by token */
  select k.id::text, k."readOnly", coalesce(k."lastUsedAt" > now() - interval '1 minute', false) as "usedLately",
         k."teamId"::text, k."memberId"::text, m.role::text, m."suspendedAt" is not null as suspended,
         t.slug, u.id::text as "userId", u.name, u.email, ${pulse(Prisma.sql`k."teamId"`)} as pulse
    from unnest(${[...hashes]}::text[]) with ordinality as q(hash, place)
    left join ("ApiToken" k
               join "Member" m on m."teamId" = k."teamId" and m.id = k."memberId"
               join "User" u on u.id = m."userId"
               join "Team" t on t.id = k."teamId")
           on k."tokenHash" = q.hash and k."expiresAt" > now()
   order by q.place`;
