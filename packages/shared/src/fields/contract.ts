import { z } from "zod";
import { Id, line, Timestamp } from "../kernel/contract.js";

export const fieldTypes = ["text", "number", "money", "date", "select", "link"] as const;
export const FieldType = z.enum(fieldTypes);
export type FieldType = z.infer<typeof FieldType>;

/** At most so many live fields a team. */
export const maxFields = 30;

/** What a field is called in files, URLs and the API. It never changes. */
export const FieldKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, {
  error: "Use small letters, digits and underscores, beginning with a letter.",
});

export const Money = z.strictObject({
  amount: z.number().min(-1e15).max(1e15),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: "Write the currency as three letters: USD, CNY." }),
});
export type Money = z.infer<typeof Money>;

/** One value of a team field; null empties it. The field's type says which of these it may be. */
export const FieldValue = z.union([line(2000), z.number().min(-1e15).max(1e15), Money]).nullable();
export type FieldValue = z.infer<typeof FieldValue>;
export const FieldValues = z.record(FieldKey, FieldValue);
export type FieldValues = z.infer<typeof FieldValues>;

const options = z.array(line(100)).max(200);

export const FieldInput = z
  .strictObject({
    name: line(60),
    type: FieldType,
    options: options.default([]),
    /** Left out, it is made from the name. */
    key: FieldKey.optional(),
  })
  .meta({ id: "FieldInput" });
export type FieldInput = z.infer<typeof FieldInput>;

/** The type and the key stay: values of the old type would be lost. */
export const FieldPatch = z
  .strictObject({
    name: line(60).optional(),
    options: options.optional(),
    /** Where it stands among the live fields, from 0. */
    position: z
      .int()
      .min(0)
      .max(maxFields - 1)
      .optional(),
    archived: z.boolean().optional(),
  })
  .meta({ id: "FieldPatch" });
export type FieldPatch = z.infer<typeof FieldPatch>;

export const Field = z
  .object({
    id: Id,
    key: FieldKey,
    name: z.string(),
    type: FieldType,
    options: z.array(z.string()),
    position: z.int(),
    archivedAt: Timestamp.nullable(),
  })
  .meta({ id: "Field" });
export type Field = z.infer<typeof Field>;

/** Without `archived`, the live ones only. */
export const FieldsQuery = z.strictObject({ archived: z.stringbool().default(false) });
export type FieldsQuery = z.infer<typeof FieldsQuery>;

export const Fields = z.object({ items: z.array(Field) }).meta({ id: "Fields" });
export type Fields = z.infer<typeof Fields>;
