import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { extname } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ExportQuery, exportFormats } from "@highwater/shared/exchange/contract";
import type { Command } from "commander";
import { z } from "zod";
import { ExportsService } from "../modules/exchange/exports.service.js";
import { type App, readerOf, run, say, teamOf, valid } from "./host.js";

/** No member: so no recusal binds, and nothing is anybody's own. */
const nobody = "00000000-0000-0000-0000-000000000000";
const Format = z.enum(exportFormats);

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
  const watched = process.stderr.isTTY;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (watched && Date.now() - said > 200) {
        said = Date.now();
        process.stderr.write(`\r${(bytes / 1e6).toFixed(1)} MB `);
      }
      done(null, chunk);
    },
    flush(done) {
      if (watched) process.stderr.write("\r\u001B[K");
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
    .option("--format <format>", "csv, xlsx or json (default: by the file's name, else csv)")
    .option(
      "--all",
      "the full copy: archived candidates and hidden reviews too (default format: json)",
    )
    .option("--as <email>", "what this member sees (default: the owner)")
    .option("--team <slug>", "of which team (default: the first)")
    .option("--json", "say in JSON what was written")
    .action((file: string | undefined, { format, all = false, as, team, json }) =>
      run(async (app) => {
        const named = Format.safeParse(extname(file ?? "").slice(1)).data;
        const wanted = valid(Format, format ?? named ?? (all ? "json" : "csv"), "--format");
        const exports = app.get(ExportsService);
        const viewer = await viewerOf(app, all, as, team);
        const stream = await exports.stream(viewer, wanted, ExportQuery.parse({}), all);
        if (file === "-") return pipeline(stream, process.stdout, { end: false });
        const path = file ?? (await exports.fileName(viewer, wanted));
        const bytes = await save(stream, path);
        say(json, { file: path, format: wanted, bytes, all }, `${path}: ${bytes} bytes.`);
      }),
    );
