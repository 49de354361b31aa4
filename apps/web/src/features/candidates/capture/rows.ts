import type { CandidateInput, CapturedRow, Duplicate } from "@highwater/shared/candidates/contract";
import { nameKey } from "@highwater/shared/candidates/likeness";

export const editable = ["name", "website", "notes"] as const;
export type Editable = (typeof editable)[number];

/** A row as it is checked: what will be entered, and whether. */
export interface Row extends Record<Editable, string> {
  line: number;
  ticked: boolean;
  /** What a table says beside name, site and notes. */
  others: Omit<CandidateInput, Editable>;
  duplicates: Duplicate[];
  sameAs: number | null;
}

const surelySame = ({ input, duplicates, sameAs }: CapturedRow) =>
  sameAs !== null ||
  duplicates.some(
    ({ because, name }) => because === "website" || nameKey(name) === nameKey(input.name),
  );

export const toRows = (captured: readonly CapturedRow[]): Row[] =>
  captured.map((row) => {
    const { name, website, notes, ...others } = row.input;
    const { line, duplicates, sameAs } = row;
    return {
      line,
      duplicates,
      sameAs,
      others,
      name,
      website: website ?? "",
      notes: notes ?? "",
      ticked: !surelySame(row),
    };
  });

/** What is no site is left for the rules to refuse. */
const siteOf = (text: string) => (/^[a-z][a-z0-9+.-]*:|\s/i.test(text) ? text : `https://${text}`);

export function toInput({ name, website, notes, others }: Row): CandidateInput {
  const [site, note] = [website.trim(), notes.trim()];
  return {
    ...others,
    name: name.trim(),
    ...(site ? { website: siteOf(site) } : {}),
    ...(note ? { notes: note } : {}),
  };
}

/** The other facts in one line. */
export const othersText = ({ others }: Row): string =>
  Object.values(others)
    .flat()
    .filter((fact) => typeof fact === "string")
    .join(" · ");
