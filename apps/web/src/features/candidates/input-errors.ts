import { CandidateInput } from "@highwater/shared/candidates/contract";
import i18next from "i18next";
import { contractErrors } from "../../i18n/problem-text";
import { type FormValues, filled, sentRows } from "./form-values";

/** "people.0.link" → "people.2.link": the rules count the rows sent, the form all its rows. */
function ownRow(field: string, values: FormValues): string {
  const [list, index, ...rest] = field.split(".");
  if (index === undefined || (list !== "people" && list !== "painScenarios")) return field;
  const rows: readonly object[] = values[list];
  const row = sentRows(rows)[Number(index)];
  return [list, row === undefined ? index : rows.indexOf(row), ...rest].join(".");
}

export const onOwnRows = (errors: Record<string, string>, values: FormValues) =>
  Object.fromEntries(Object.entries(errors).map(([key, text]) => [ownRow(key, values), text]));

/** Not every browser's `URL` refuses a space in an address, as the API's does. */
function spacedAddresses({ website, people }: FormValues): Record<string, string> {
  const addresses = [
    ["website", website],
    ...people.map(({ link }, index) => [`people.${index}.link`, link]),
  ] as [string, string][];
  const wrong = i18next.t("exact.url", { ns: "problems" });
  return Object.fromEntries(
    addresses.flatMap(([field, address]) => (/\s/.test(address.trim()) ? [[field, wrong]] : [])),
  );
}

/** What the contract refuses, before anything is sent. */
export const errorsOf = (values: FormValues): Record<string, string> => ({
  ...onOwnRows(contractErrors(CandidateInput)(filled(values)), values),
  ...spacedAddresses(values),
});
