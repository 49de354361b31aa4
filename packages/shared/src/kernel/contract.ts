import { z } from "zod";

export const storable = (text: string) => !text.includes("\u0000") && text.isWellFormed();
const unstorable = {
  error: "Remove the NUL or broken characters.",
  params: { code: "text.unstorable" },
};
const blank = { error: "Write something, or leave it out.", params: { code: "text.blank" } };

/** One line of text: outer spaces are dropped, at least one character remains. */
export const line = (max: number) => z.string().trim().min(1).max(max).refine(storable, unstorable);

/** Several lines, kept exactly as given; not only spaces. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine(storable, unstorable)
    .refine((text) => text.trim() !== "", blank);

/** Text kept exactly as given, even its outer spaces. */
export const verbatim = z.string().refine(storable, unstorable);

/** What is typed into a search box; empty is no search. */
export const searchText = (max: number) => z.string().trim().max(max).refine(storable, unstorable);

export const webAddress = z
  .url({ protocol: /^https?$/, error: "Write the whole address, with https://." })
  .max(2000);

export const Id = z.uuid();
export const Timestamp = z.iso.datetime();
export const Locale = z.enum(["en", "zh"]);
export type Locale = z.infer<typeof Locale>;

/** A text of the product's own, in both languages. */
export const Text = z.object({ en: z.string(), zh: z.string() }).meta({ id: "Text" });
export type Text = z.infer<typeof Text>;

/** A line of the minutes of 19 March 2023: the words as they stand there, and their translation. */
export const Citation = z
  .object({ line: z.int(), zh: z.string(), en: z.string() })
  .meta({ id: "Citation" });
export type Citation = z.infer<typeof Citation>;

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }))
      .optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: "Problem" });
export type ProblemBody = z.infer<typeof ProblemBody>;

/** A page of a list. `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const Limit = z.coerce.number().int().min(1).max(200).default(50);
export const Cursor = z.string().min(1).max(2000);
