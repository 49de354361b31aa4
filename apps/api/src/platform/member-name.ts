/** Who belongs to the team and may act in it: not the suspended, not the removed. */
export const standing = { suspendedAt: null, removedAt: null } as const;

/** What a query selects of a member to name them. */
export const withName = {
  select: { id: true, name: true, sample: true, user: { select: { name: true } } },
} as const;

/** A member goes by the user's name; a sample member has its own. */
export const memberName = (member: {
  name: string | null;
  user: { name: string } | null;
}): string => member.user?.name ?? member.name ?? "";
