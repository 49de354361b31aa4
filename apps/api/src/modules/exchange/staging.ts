import { CopyRows } from "../../platform/copy-rows.js";
import type { RunningJob } from "../../platform/jobs.js";
import type { Staged } from "./extras.js";

/** The staging table as rows are packed for it. */
export const staging = `"ImportRow" ("teamId", "importId", row, outcome, name, "nameKey", "websiteKey", "matchId", facts, fields, errors, extras)`;
const width = 12;

/** Rows as COPY reads them. */
export async function* packed(
  batches: AsyncIterable<readonly Staged[]>,
  { actor, subjectId: importId, signal, progress }: RunningJob,
): AsyncGenerator<Buffer> {
  const into = new CopyRows();
  let count = 0;
  for await (const batch of batches) {
    for (const one of batch) {
      pack(into, actor.teamId, importId, one);
      const piece = into.piece();
      if (piece) yield piece;
    }
    count += batch.length;
    signal.throwIfAborted();
    await progress(count);
  }
  yield into.end();
}

function pack(into: CopyRows, teamId: string, importId: string, { made, extras }: Staged) {
  const wrong = made.errors.length > 0;
  into.row(width);
  into.uuid(teamId);
  into.uuid(importId);
  into.int(made.row);
  into.text(wrong ? "error" : "ready");
  into.text(made.name);
  into.text(made.nameKey);
  into.text(made.websiteKey);
  into.uuid(made.id);
  into.json(made.facts);
  into.json(made.fields);
  into.json(wrong ? made.errors : null);
  into.json(wrong ? null : extras);
}
