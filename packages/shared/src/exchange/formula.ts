/** What a spreadsheet would take for a formula, full-width twins included; and what already looks guarded. */
const risky = /^'*[=+\-@\t\r＝＋－＠]/;

/** A text that no spreadsheet runs: a single quote stands before what it would take for a formula. */
export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** The text as it was before `guarded`. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && risky.test(text) ? text.slice(1) : text;
