const word = (text: string) => encodeURIComponent(text).replaceAll("%2C", ",");

/** A page's query in its one spelling: keys by the alphabet, nothing empty, commas as they are. */
export const queryText = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${word(key)}=${word(String(value))}`)
    .join("&");
