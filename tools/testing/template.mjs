import { changed, connected } from "../database/connection.mjs";
import { migrate } from "../database/migrations.mjs";
import { apiRole, ensureDatabase, ownerRole } from "../database/roles.mjs";

export const template = "highwater_test";

/**
 * Makes the migrated, empty database that every test copies, and clears away what an interrupted run left.
 * @param {string} adminUrl
 * @param {import("../database/credentials.mjs").Credentials} passwords
 */
export async function makeTemplate(adminUrl, passwords) {
  await connected(adminUrl, async (client) => {
    const { rows } = await client.query(
      "select format('drop database %I with (force)', datname) as drop from pg_database where datname like 'highwater\\_test%'",
    );
    for (const row of rows) await client.query(row.drop);
    await ensureDatabase(client, template, passwords);
  });
  const as = (/** @type {string} */ user, /** @type {string} */ password) =>
    changed(adminUrl, { database: template, user, password });
  await migrate(as(ownerRole, passwords.owner), as(apiRole, passwords.api), { say: () => {} });
}
