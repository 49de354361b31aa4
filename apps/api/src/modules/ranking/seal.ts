import { createHash } from "node:crypto";
import type { RankingQuery } from "@highwater/shared/ranking/contract";

/** A cursor belongs to its query, whatever the size of the page; another query refuses it. */
export function sealOf({ limit: _, cursor: __, ...query }: RankingQuery): string {
  const text = JSON.stringify(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
