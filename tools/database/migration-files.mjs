import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../system/project.mjs";

export const migrationsFolder = inRoot("prisma", "migrations");

/** @returns {string[]} */
export const migrationNames = () =>
  existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder)
        .filter((name) => existsSync(path.join(migrationsFolder, name, "migration.sql")))
        .sort()
    : [];
