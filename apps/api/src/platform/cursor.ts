import { invalid } from "@highwater/shared/kernel/problem";
import { z } from "zod";

/** A forged key must not reach the database in a form that it chokes on. */
const Key = z.union([
  z.string().refine((text) => text.isWellFormed() && !text.includes("\u0000")),
  z.number(),
  z.null(),
]);

const Cursor = z.array(Key);

/** A cursor is opaque outside: the sort it was made for, and the keys of the last row. */
export const encodeCursor = (sort: string, keys: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify([sort, ...keys])).toString("base64url");

export function decodeCursor<S extends z.ZodType>(
  cursor: string | undefined,
  sort: string,
  keys: S,
): z.output<S> | null {
  if (cursor === undefined) return null;
  try {
    const [madeFor, ...rest] = Cursor.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString()),
    );
    if (madeFor === sort) return keys.parse(rest);
  } catch {}
  throw invalid(
    "#/cursor",
    "cursor",
    "Use the nextCursor of the page before, with the same query.",
  );
}
