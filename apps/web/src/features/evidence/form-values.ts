import type { Evidence, StoredFile } from "@highwater/shared/evidence/contract";

export interface Values {
  kind: Evidence["kind"];
  status: Evidence["status"];
  title: string;
  url: string;
  text: string;
  who: string;
  on: string;
  file: StoredFile | null;
}

export const emptyValues: Values = {
  kind: "link",
  status: "public",
  title: "",
  url: "",
  text: "",
  who: "",
  on: "",
  file: null,
};

export const valuesOf = ({ kind, status, title, url, text, who, on, file }: Evidence): Values => ({
  ...{ kind, status, file },
  title: title ?? "",
  url: url ?? "",
  text: text ?? "",
  who: who ?? "",
  on: on ?? "",
});

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
const address = (text: string) =>
  text.trim() === "" || /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim())
    ? orNull(text)
    : `https://${text.trim()}`;

/** As the API takes it; what a kind can do without is null. */
export function toPatch({ kind, status, title, url, text, who, on }: Values) {
  const common = { kind, status, title: orNull(title), on: orNull(on) };
  if (kind === "link") return { ...common, url: address(url) ?? "", text: orNull(text) };
  if (kind === "quote") return { ...common, text, url: address(url) };
  if (kind === "call") return { ...common, on, who: who.trim(), text };
  return { ...common, text: orNull(text) };
}

export const toInput = (values: Values) =>
  values.kind === "file" ? { ...toPatch(values), fileId: values.file?.id ?? "" } : toPatch(values);
