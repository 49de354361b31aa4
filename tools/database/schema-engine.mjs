// Prisma's own schema engine as npm brings it (WebAssembly), since the native one is a download outside npm.
// A program of its own: `apply` or `drift` on DATABASE_URL; answers JSON, or one sentence and exit code 1.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import { reason } from "../system/failure.mjs";
import { inRoot } from "../system/project.mjs";
import { MigrationAdapter, refusals } from "./migration-adapter.mjs";
import { migrationNames, migrationsFolder } from "./migration-files.mjs";

const filters = { externalTables: [], externalEnums: [] };
const panics = {
  message: "",
  set_message(/** @type {string} */ message) {
    this.message = message;
  },
};

async function load() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const beside = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const code = readFileSync(path.join(path.dirname(beside), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, {
    "./schema_engine_bg.js": /** @type {any} */ (wasm),
  });
  wasm.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start();
}

function schema() {
  const folder = inRoot("prisma", "schema");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return {
    files: files.map((name) => ({
      path: path.join(folder, name),
      content: readFileSync(path.join(folder, name), "utf8"),
    })),
  };
}

function migrationsList() {
  const lockFile = path.join(migrationsFolder, "migration_lock.toml");
  return {
    baseDir: migrationsFolder,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockFile) ? readFileSync(lockFile, "utf8") : null,
    },
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok",
          value: readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

/** @param {any} engine */
async function apply(engine) {
  // A script runs as one transaction, so what failed left nothing behind and may be tried again.
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: migrationsList(),
    optInToShadowDatabase: false,
    filters,
  });
  for (const migrationName of failedMigrationNames)
    await engine.markMigrationRolledBack({ migrationName });
  return engine.applyMigrations({ migrationsList: migrationsList(), filters });
}

/** @param {any} engine */
const drift = (engine) =>
  engine.diff({
    from: { tag: "migrations", ...migrationsList() },
    to: { tag: "schemaDatamodel", ...schema() },
    script: true,
    exitCode: true,
    filters,
  });

/** @param {unknown} error */
function fail(error) {
  const told = (panics.message || reason(error)).split("\n   0: ")[0]?.trim();
  const migration = /migration_name="([^"]+)"/.exec(
    error instanceof Error ? `${error.message}` : "",
  )?.[1];
  const cause = refusals.at(-1) ?? told;
  process.stderr.write(
    process.argv[2] === "apply"
      ? `The migration ${migration ?? "of the database"} failed and was undone (${cause}): correct that cause, or go back to the version that ran before, and start again.\n`
      : `The schema engine failed${migration ? ` at the migration ${migration}` : ""} (${cause}): correct what it names in prisma/ and try again.\n`,
  );
  process.exit(1);
}

// A panic of the engine arrives outside of any promise.
process.on("uncaughtException", fail);
await load();
const adapter = new MigrationAdapter(process.env.DATABASE_URL ?? "");
try {
  const task = process.argv[2];
  const datamodels = schema().files.map((file) => [file.path, file.content]);
  const engine = await wasm.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  const answer = await (task === "apply" ? apply(engine) : drift(engine));
  await adapter.close();
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
} catch (error) {
  await adapter.close().catch(() => {});
  fail(error);
}
