/** RFC 6266: the name itself for those who read it, an ASCII likeness for the rest. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
