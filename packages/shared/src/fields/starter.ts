import type { Locale, Text } from "../kernel/contract.js";
import type { FieldInput } from "./contract.js";

interface StarterField extends Pick<FieldInput, "type" | "options"> {
  key: string;
  name: Text;
}

const rounds = ["Pre-seed", "Seed", "Pre-A", "A", "B", "C", "D+"];

const starter: readonly StarterField[] = [
  { key: "founded", type: "number", name: { en: "Founded", zh: "成立年份" }, options: [] },
  { key: "city", type: "text", name: { en: "City", zh: "城市" }, options: [] },
  { key: "round", type: "select", name: { en: "Round", zh: "轮次" }, options: rounds },
  { key: "amount", type: "money", name: { en: "Amount", zh: "金额" }, options: [] },
  { key: "investors", type: "text", name: { en: "Investors", zh: "投资方" }, options: [] },
];

/** What most teams add first, in the language of whoever adds it. */
export const starterFields = (locale: Locale): FieldInput[] =>
  starter.map(({ name, ...field }) => ({ ...field, name: name[locale] }));
