import { type SourceCitation, sameCitation } from "@highwater/shared/evidence/citing";
import { createContext, use } from "react";

/** A piece of evidence or a trial, as something that a reason may rest on. */
export interface Source {
  citation: SourceCitation;
  /** Where it stands on the candidate's page. */
  anchor: string;
  heading: string;
  text: string | null;
}

const Sources = createContext<readonly Source[]>([]);
export const SourcesProvider = Sources.Provider;
/** What can be cited on this page. */
export const useSources = () => use(Sources);

export const sourceOf = (sources: readonly Source[], { quote: _, ...bare }: SourceCitation) =>
  sources.find(({ citation }) => sameCitation(citation, bare));

/** A text in its sentences, Chinese ones too; together they are the text. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^\n]*?(?:[。！？]+["”’』」）)]*|[.!?]+["”’)]*(?=\s|$))[^\S\n]*|[^\n]+|\n+/gm) ?? [];

/** The words from the first of the chosen sentences to the last. */
export function quoteOf(sentences: readonly string[], chosen: ReadonlySet<number>): string {
  const [first, last] = [Math.min(...chosen), Math.max(...chosen)];
  return chosen.size === 0
    ? ""
    : sentences
        .slice(first, last + 1)
        .join("")
        .trim();
}
