import type { PortfolioField } from "@highwater/shared/exchange/portfolio";
import { maxFields } from "@highwater/shared/fields/contract";
import { refusal } from "./reading/raw.js";
import { pendingKey } from "./row-plan.js";

interface Here {
  id: string;
  key: string;
  name: string;
  type: PortfolioField["type"];
  options: readonly string[];
  archivedAt: Date | null;
}

export interface FieldPlan {
  file: PortfolioField;
  /** Under which its values are staged. */
  staged: string;
  /** The team's field that it is, or how it is to be made. */
  here: Here | null;
  make: { name: string; key: string | undefined } | null;
  missingOptions: string[];
}

const lower = (text: string) => text.toLowerCase();

/** What each field of a portfolio file becomes here: the field of its key and type, that of its name and type, or a new one. */
export function planFields(fields: readonly PortfolioField[], here: readonly Here[]): FieldPlan[] {
  const live = here.filter(({ archivedAt }) => archivedAt === null);
  const names = new Set(live.map(({ name }) => lower(name)));
  const used = new Set<Here>();
  const plans = fields.map((file, index): FieldPlan => {
    const byKey = here.find(({ key }) => key === file.key);
    const known =
      byKey?.type === file.type
        ? byKey
        : live.find(({ name, type }) => lower(name) === lower(file.name) && type === file.type);
    if (known && !used.has(known)) {
      used.add(known);
      const options = new Set(known.options.map(lower));
      const missingOptions =
        file.type === "select" ? file.options.filter((one) => !options.has(lower(one))) : [];
      return { file, staged: known.key, here: known, make: null, missingOptions };
    }
    let name = file.name;
    for (let number = 2; file.archivedAt === null && names.has(lower(name)); number += 1)
      name = `${file.name.slice(0, 56)} ${number}`;
    if (file.archivedAt === null) names.add(lower(name));
    const key = byKey ? undefined : file.key;
    return { file, staged: pendingKey(index), here: null, make: { name, key }, missingOptions: [] };
  });
  const coming = plans.filter(({ make, file }) => make && file.archivedAt === null).length;
  if (live.length + coming > maxFields)
    throw refusal(
      "too_many_fields",
      `It brings ${coming} team fields, and the team has ${live.length} of at most ${maxFields}. Archive some that nobody needs.`,
    );
  return plans;
}
