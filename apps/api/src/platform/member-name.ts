/** What a query selects of a member to name them. */
export const withName = {
  select: { id: true, name: true, sample: true, user: { select: { name: true } } },
} as const;

/** A member goes by the user's name; a sample member has its own. */
export const memberName = (member: {
  name: string | null;
  user: { name: string } | null;
}): string => member.user?.name ?? member.name ?? "";
