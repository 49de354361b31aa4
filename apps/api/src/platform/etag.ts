import { createHash } from "node:crypto";
import { Problem } from "@highwater/shared/kernel/problem";
import type { z } from "zod";

/** An ETag is a hash of the bytes sent: it tells nothing that the answer itself doesn't. */
export const etagOf = (bytes: string | Buffer): string =>
  `"${createHash("sha256").update(bytes).digest("base64url")}"`;

/** The bytes that an answer of this schema is sent as. */
const bytesOf = <S extends z.ZodType>(schema: S, value: z.input<S>): string =>
  JSON.stringify(schema.parse(value));

export const tagMatches = (header: string, etag: string): boolean =>
  header
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === "*" || tag === etag);

/** Refuses an edit that doesn't start from the current representation. */
export function insistOnMatch<S extends z.ZodType>(
  header: string | undefined,
  schema: S,
  current: z.input<S>,
): void {
  if (header === undefined)
    throw new Problem(
      "precondition_required",
      "Send the ETag of what you are editing in If-Match, so that nobody's change is overwritten.",
    );
  if (!tagMatches(header, etagOf(bytesOf(schema, current))))
    throw new Problem(
      "stale",
      "Somebody changed this meanwhile. Look at the current version and try again.",
      {
        current: schema.parse(current),
      },
    );
}
