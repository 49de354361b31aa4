import type { SourceCitation } from "@highwater/shared/evidence/citing";
import type { PortfolioCited, PortfolioPerson } from "@highwater/shared/exchange/portfolio";
import { canonical } from "./portfolio.digest.js";

export type People = ReadonlyMap<string, PortfolioPerson>;

export const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
export const moment = (date: Date | null) => date?.toISOString() ?? null;

/** The same members in one order, whatever their ids and e-mails are; and where each id has come to stand. */
export function placed<T extends object>(items: readonly T[], ids: readonly string[]) {
  const sorted = items
    .map((item, at) => ({ item, id: ids[at] ?? "", text: canonical(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  return {
    items: sorted.map(({ item }) => item),
    places: new Map(sorted.map(({ id }, at) => [id, at])),
  };
}

export const inOrder = <T extends object>(items: readonly T[]): T[] => placed(items, []).items;

export function nameOf(people: People, id: string): PortfolioPerson {
  return people.get(id) ?? { name: "?", email: null, nth: 1 };
}
export const maybe = (people: People, id: string | null) => (id ? nameOf(people, id) : null);

export type Places = ReadonlyMap<string, number>;

/** A citation of what is no longer there keeps its words. */
export function citedAt(
  { evidenceId = "", trialId = "", quote }: SourceCitation,
  evidence: Places,
  trials: Places,
): PortfolioCited {
  const [piece, trial] = [evidence.get(evidenceId), trials.get(trialId)];
  return {
    ...(piece === undefined ? {} : { evidence: piece }),
    ...(trial === undefined ? {} : { trial }),
    ...(quote === undefined ? {} : { quote }),
  };
}
