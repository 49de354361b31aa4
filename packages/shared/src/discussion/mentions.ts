/**
 * A mention as it is stored, and typed for whoever has no list to choose from: `@[Rosa](member:<id>)`.
 * The id says who is meant; the name is for those who read the bare text, and is shown as it is today.
 */
const form = /@\[([^\]\n]{1,200})\]\(member:([^()\s]{1,60})\)/g;

export interface Mention {
  name: string;
  memberId: string;
}

/** Whom a text names, each once, in their order. */
export function mentionsIn(text: string): Mention[] {
  const found = new Map<string, Mention>();
  for (const [, name = "", id = ""] of text.matchAll(form)) {
    const memberId = id.toLowerCase();
    if (!found.has(memberId)) found.set(memberId, { name, memberId });
  }
  return [...found.values()];
}

/** A name may hold what the form is written with. */
const safe = (name: string) => name.replace(/[[\]\n]/g, " ").trim();

export const mentionOf = ({ name, memberId }: Mention): string =>
  `@[${safe(name)}](member:${memberId})`;

/** The text with each mention put otherwise. */
export const replaceMentions = (text: string, by: (mention: Mention) => string): string =>
  text.replace(form, (_, name: string, memberId: string) =>
    by({ name, memberId: memberId.toLowerCase() }),
  );
