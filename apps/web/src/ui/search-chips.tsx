import { parseSearch, printSearch } from "@highwater/shared/candidates/search";
import { FilterChip } from "./filter-chip";

interface SearchChipsProps {
  q: string;
  /** The keys of the rubric's criteria, which are figures. */
  criteria?: readonly string[];
  /** What taking a term off is called. */
  off: (term: string) => string;
  onChange: (q: string | undefined) => void;
}

function termsOf(q: string, criteria: readonly string[]) {
  try {
    return parseSearch(q, criteria);
  } catch {
    // The API says in words what can't be read; until then it is one piece.
    return null;
  }
}

/** A search by its terms, each with a button that takes it off. */
export function SearchChips({ q, criteria = [], off, onChange }: SearchChipsProps) {
  const terms = termsOf(q, criteria);
  if (!terms) return <FilterChip name={q} off={off(q)} onRemove={() => onChange(undefined)} />;
  return terms.map((term) => {
    const name = printSearch([term]);
    const rest = printSearch(terms.filter((one) => one !== term));
    return (
      <FilterChip
        key={name}
        name={name}
        off={off(name)}
        onRemove={() => onChange(rest || undefined)}
      />
    );
  });
}
