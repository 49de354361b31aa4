/** A key made from a name: its Latin letters and digits, else `field_1`; numbered where it is taken. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 36)
    .replace(/_+$/, "");
  if (slug !== "" && !taken.has(slug)) return slug;
  const base = slug || "field";
  for (let number = slug === "" ? 1 : 2; ; number++) {
    const key = `${base}_${number}`;
    if (!taken.has(key)) return key;
  }
}
