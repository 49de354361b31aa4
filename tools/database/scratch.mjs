import { randomBytes } from "node:crypto";
import path from "node:path";
import { dataFolder } from "../system/project.mjs";
import { changed, connected } from "./connection.mjs";
import { startPostgres } from "./postgres.mjs";

/**
 * A server without durability for tests and for authoring, apart from the one with the team's data.
 * HIGHWATER_TEST_ADMIN_URL names another, where there is no embedded one.
 * @param {import("../system/command.mjs").OnExit} onExit
 * @returns {Promise<{ adminUrl: string, passwords: import("./credentials.mjs").Credentials }>}
 */
export async function startScratchPostgres(onExit) {
  const elsewhere = process.env.HIGHWATER_TEST_ADMIN_URL;
  if (elsewhere)
    return {
      adminUrl: elsewhere,
      passwords: { superuser: "", owner: "highwater", api: "highwater" },
    };
  const { superUrl, passwords } = await startPostgres({
    folder: path.join(dataFolder(), "test-postgres"),
    onExit,
    fast: true,
  });
  return { adminUrl: superUrl("postgres"), passwords };
}

/**
 * @template T
 * @param {string} adminUrl
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withScratchDatabase(adminUrl, work) {
  const database = `highwater_scratch_${randomBytes(6).toString("hex")}`;
  await connected(adminUrl, (client) => client.query(`create database ${database}`));
  try {
    return await work(changed(adminUrl, { database }));
  } finally {
    await connected(adminUrl, (client) => client.query(`drop database ${database} with (force)`));
  }
}
