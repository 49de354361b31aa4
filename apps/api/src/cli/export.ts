import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { extname } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ExportFormat, ExportQuery, exportFormats } from "@highwater/shared/exchange/contract";
import { type Command, Option } from "commander";
import { ExportsService } from "../modules/exchange/exports.service.js";
import { type App, Refusal, readerOf, run, say, teamOf } from "./host.js";
import { tell } from "./progress.js";

/** No member: so no recusal binds, and nothing is anybody's own. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** By the file's ending; a file that says nothing of its format may be anything. */
function formatNamed(file = ""): ExportFormat | undefined {
  const ending = extname(file).slice(1).toLowerCase();
  const known = exportFormats.find((format) => format === ending);
  if (!known && ending !== "")
    throw new Refusal(`${file}: end it in .csv, .xlsx or .json, or say --format.`);
  return known;
}

const viewerOf = async (
  app: App,
  all: boolean,
  as: string | undefined,
  team: string | undefined,
) => (all ? { teamId: (await teamOf(app, team)).id, memberId: nobody } : readerOf(app, as, team));

/** Counts what passes, and says so where somebody watches. */
function counter() {
  let bytes = 0;
  let said = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (Date.now() - said > 200) {
        said = Date.now();
        tell(`${(bytes / 1e6).toFixed(1)} MB`);
      }
      done(null, chunk);
    },
    flush(done) {
      tell("");
      done();
    },
  });
  return { stream, bytes: () => bytes };
}

/** A file appears under its name when it is whole. */
async function save(stream: Readable, file: string) {
  const { stream: counted, bytes } = counter();
  const part = `${file}.part`;
  try {
    await pipeline(stream, counted, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return bytes();
}

export const exportCommand = (program: Command) =>
  program
    .command("export")
    .description("The candidates as a file: what a member may see, or with --all the full copy")
    .argument("[file]", "where to; - is the standard output (default: a name with team and day)")
    .addOption(
      new Option("--format <format>", "(default: by the file's name, else csv)").choices(
        exportFormats,
      ),
    )
    .option(
      "--all",
      "the full copy: archived candidates and hidden reviews too (default format: json)",
    )
    .option("--as <email>", "what this member sees (default: the owner)")
    .option("--team <slug>", "of which team (default: the first)")
    .option("--json", "say in JSON what was written")
    .action((file: string | undefined, { format, all = false, as, team, json }) =>
      run(async (app) => {
        const wanted: ExportFormat = format ?? formatNamed(file) ?? (all ? "json" : "csv");
        const exports = app.get(ExportsService);
        const viewer = await viewerOf(app, all, as, team);
        const stream = await exports.stream(viewer, wanted, ExportQuery.parse({}), all);
        if (file === "-") return pipeline(stream, process.stdout, { end: false });
        const path = file ?? (await exports.fileName(viewer, wanted));
        const bytes = await save(stream, path);
        say(json, { file: path, format: wanted, bytes, all }, `${path}: ${bytes} bytes.`);
      }),
    );
