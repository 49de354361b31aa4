import { prepare } from "./setup/prepare.mjs";
import { start } from "./system/child.mjs";
import { command } from "./system/command.mjs";
import { reason } from "./system/failure.mjs";
import { inRoot } from "./system/project.mjs";

/**
 * The doctor is let in even where the database is not: it is told why.
 * @param {Promise<string>} opening
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function examined(opening) {
  const { apiEnvironment } = await import("./database/open.mjs");
  try {
    return { ...apiEnvironment(await opening), HIGHWATER_DATABASE_STATE: "ready" };
  } catch (error) {
    return { ...apiEnvironment(""), HIGHWATER_DATABASE_STATE: reason(error) };
  }
}

command(async (onExit) => {
  // What the command prints may be piped into a file: everything else goes to stderr.
  await prepare("all", process.stderr);
  const { apiEnvironment, openDatabase } = await import("./database/open.mjs");
  const args = process.argv.slice(2);
  const opening = openDatabase({ onExit, say: console.error });
  const env = args[0] === "doctor" ? await examined(opening) : apiEnvironment(await opening);
  const cli = start([inRoot("apps", "api", "dist", "cli.js"), ...args], { env });
  onExit(cli.stop);
  return cli.ended;
});
