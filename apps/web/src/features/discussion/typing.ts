import { type Mention, mentionOf, replaceMentions } from "@highwater/shared/discussion/mentions";

/** A mention as it is being typed: from its @ up to the caret. */
export interface Asked {
  from: number;
  name: string;
}

/** The @ begins one unless it stands inside of a word, as in an e-mail address. */
export function askedAt(text: string, caret: number): Asked | null {
  const found = /(?:^|[^A-Za-z0-9._%+-])@([^\s@[\]()]{0,40})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const name = found[1] ?? "";
  return { from: caret - name.length - 1, name };
}

/** Those whose name holds what is typed, best those who begin with it. */
export function matching<M extends { name: string }>(members: readonly M[], typed: string): M[] {
  const asked = typed.toLowerCase();
  const place = ({ name }: M) => name.toLowerCase().indexOf(asked);
  return members
    .filter((member) => place(member) >= 0)
    .sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
    .slice(0, 8);
}

/** The text with the name put where it was being typed, and where the caret goes. */
export function withName(text: string, { from, name }: Asked, chosen: string) {
  const before = `${text.slice(0, from)}@${chosen} `;
  const after = text.slice(from + 1 + name.length).replace(/^ /, "");
  return { text: before + after, caret: before.length };
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What is stored of a text in which these members were chosen; the longest name first. */
export function toStored(text: string, chosen: readonly Mention[]): string {
  if (chosen.length === 0) return text;
  const byName = new Map(chosen.map((mention) => [mention.name, mention]));
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped);
  return text.replace(
    new RegExp(`@(${names.join("|")})(?![\\p{L}\\p{N}])`, "gu"),
    (whole, name) => {
      const mention = byName.get(name);
      return mention ? mentionOf(mention) : whole;
    },
  );
}

/** What stands in the field of a stored text, and whom it mentions. */
export function toTyped(text: string, names: ReadonlyMap<string, string>) {
  const chosen = new Map<string, Mention>();
  const typed = replaceMentions(text, (mention) => {
    const name = names.get(mention.memberId) ?? mention.name;
    chosen.set(mention.memberId, { name, memberId: mention.memberId });
    return `@${name}`;
  });
  return { text: typed, chosen: [...chosen.values()] };
}

const marks = /[\\`*_{}[\]()#+\-.!~<>|]/g;

/** Stored text as Markdown, each mention by the name of today. */
export const toMarkdown = (text: string, names: ReadonlyMap<string, string>): string =>
  replaceMentions(text, ({ name, memberId }) => {
    const shown = (names.get(memberId) ?? name).replace(marks, "\\$&");
    return `[@${shown}](member:${memberId})`;
  });

/** Names after an @ that mention nobody, as they stand there. */
export function unmentioned(text: string, chosen: readonly Mention[]): string[] {
  const rest = [...chosen]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((left, { name }) => left.replaceAll(`@${name}`, ""), text);
  return [...rest.matchAll(/(?:^|[^A-Za-z0-9._%+-])(@[\p{L}\p{N}_.-]{1,40})/gu)].map(
    ([, found = ""]) => found,
  );
}
