import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Brings, duplicateChoices, type Import } from "@highwater/shared/exchange/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { type Command, Option } from "commander";
import { ImportsService } from "../modules/exchange/imports.service.js";
import { Jobs } from "../platform/jobs.js";
import { type App, Refusal, readerOf, run, say } from "./host.js";
import { bar, tell } from "./progress.js";

const kinds = ["reviews", "evidence", "files", "trials", "decisions"] as const;

/** What comes along beside facts, and who of those it names is nobody here. */
function along(brings: Brings | null | undefined): string {
  if (!brings) return "";
  const told = kinds.filter((kind) => brings[kind] > 0).map((kind) => `${brings[kind]} ${kind}`);
  const strangers = brings.people.filter(({ here }) => !here).map(({ name }) => name);
  const comes = told.length > 0 ? ` Along with them: ${told.join(", ")}.` : "";
  const apart =
    strangers.length > 0
      ? ` No members here, so listed apart without an account: ${strangers.join(", ")}.`
      : "";
  const changed = brings.intact ? "" : " The file was changed after its export.";
  return `${comes}${apart}${changed}`;
}

const hostLimit = 8 * 1024 ** 3;
const waits = new Set(["checking", "committing"]);

/** Follows the import until its job has ended; says on stderr how far it is. */
async function settled(app: App, actor: Actor, id: string): Promise<Import> {
  for (;;) {
    const now = (await app.get(ImportsService).one(actor, id)) as Import;
    if (!waits.has(now.state)) {
      tell("");
      if (now.problem) throw new Refusal(now.problem.detail);
      return now;
    }
    const { done = 0, total = null, ahead = 0 } = now.progress ?? {};
    tell(ahead > 0 ? `waiting for ${ahead} before it` : `${now.state}  ${bar(done, total)}`);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

export const importCommand = (program: Command) =>
  program
    .command("import")
    .description("Bring a CSV, XLSX or JSON file of candidates in")
    .argument("<file>", "the file")
    .option("--yes", "bring it in; without it, this is a dry run")
    .addOption(
      new Option("--duplicates <choice>", "what happens to likely duplicates")
        .choices(duplicateChoices)
        .default("skip"),
    )
    .option("--skip-unmapped", "leave out columns that are no fact; else they become team fields")
    .option("--as <email>", "in whose name (default: the owner)")
    .option("--team <slug>", "into which team (default: the first)")
    .option("--json", "answer in JSON")
    .action((file, { yes, duplicates, skipUnmapped, as, team, json }) =>
      run(async (app) => {
        const actor = await readerOf(app, as, team);
        const { size } = await stat(file).catch(() => {
          throw new Refusal(`${file} can't be read. Name a file that is there.`);
        });
        app.get(Jobs).start();
        const imports = app.get(ImportsService);
        const sending = { stream: createReadStream(file), length: size };
        const begun = (await imports.begin(actor, basename(file), sending, hostLimit)) as Import;
        const mapping = begun.shape.columns.map(({ proposal, looksLike, header }) =>
          proposal === "skip" && !skipUnmapped && header !== ""
            ? `new:${looksLike}:${header}`
            : proposal,
        );
        await imports.check(actor, begun.id, { mapping });
        const checked = await settled(app, actor, begun.id);
        const report = checked.report;
        if (!yes)
          return say(
            json,
            { importId: begun.id, dryRun: true, ...report },
            `${report?.ready} ready, ${report?.duplicates} likely duplicates, ${report?.errors} with errors.${along(report?.brings)} Add --yes to bring them in.`,
          );
        await imports.commit(actor, begun.id, { duplicates });
        const { report: done } = await settled(app, actor, begun.id);
        const { added, merged, skipped, failed, brings } = done ?? {};
        say(
          json,
          { added, merged, skipped, failed, importId: begun.id, ...(brings ? { brings } : {}) },
          `${added} added, ${merged} merged, ${skipped} skipped, ${failed} with errors left out.${along(brings)}`,
        );
      }),
    );
