import type { PortfolioPerson } from "@highwater/shared/exchange/portfolio";

export interface Here {
  id: string;
  name: string;
  /** Null of whoever has no account. */
  email: string | null;
}

/** Whom a file names, each once, in the order in which they come up. */
export class People {
  private readonly places = new Map<string, number>();
  readonly list: PortfolioPerson[] = [];

  /** What stands for the person in staged rows. */
  refOf(person: PortfolioPerson): string {
    const key = JSON.stringify([person.name, person.nth, person.email]);
    const place = this.places.get(key) ?? this.list.push(person) - 1;
    this.places.set(key, place);
    return `#${place}`;
  }
}

const same = (a: string | null, b: string | null) =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/**
 * Which member each person is: by e-mail; else, where it is plain, by name: the one member of that name, or of
 * several without an account the one whose turn it is. Null is nobody of this team.
 */
export function matchPeople(
  people: readonly PortfolioPerson[],
  members: readonly Here[],
): (string | null)[] {
  const found = new Map<PortfolioPerson, string>();
  const claimed = new Set<string>();
  const claim = (person: PortfolioPerson, member: Here | undefined) => {
    if (!member) return;
    found.set(person, member.id);
    claimed.add(member.id);
  };
  for (const person of people)
    claim(
      person,
      members.find(({ id, email }) => same(email, person.email) && !claimed.has(id)),
    );
  const open = (name: string) =>
    people
      .filter((person) => person.name === name && !found.has(person))
      .sort((a, b) => a.nth - b.nth);
  const free = (name: string, account: boolean) =>
    members.filter(
      (member) =>
        member.name === name && (member.email !== null) === account && !claimed.has(member.id),
    );
  const plainly = (name: string) => {
    const [person, ...others] = open(name);
    const [member, ...more] = free(name, true);
    if (person && others.length === 0 && more.length === 0) claim(person, member);
  };
  const inTurn = (name: string) => {
    const members = free(name, false);
    for (const [turn, person] of open(name).entries()) claim(person, members[turn]);
  };
  for (const { name, email } of people) {
    if (email !== null) plainly(name);
    inTurn(name);
    plainly(name);
  }
  return people.map((person) => found.get(person) ?? null);
}

/** Names to add so that each newcomer stands at its own turn among those of its name. */
export function newcomers(
  people: readonly PortfolioPerson[],
  known: readonly (string | null)[],
  members: readonly Here[],
): { name: string; person: PortfolioPerson | null }[] {
  const counts = new Map<string, number>();
  for (const { name } of members) counts.set(name, (counts.get(name) ?? 0) + 1);
  const strangers = people.filter((_, at) => known[at] === null).sort((a, b) => a.nth - b.nth);
  return strangers.flatMap((person) => {
    const { name, nth } = person;
    const count = counts.get(name) ?? 0;
    const before = Math.max(0, Math.min(nth - 1 - count, 20));
    counts.set(name, count + before + 1);
    return [...Array.from({ length: before }, () => ({ name, person: null })), { name, person }];
  });
}
