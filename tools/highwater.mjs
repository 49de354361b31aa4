import { prepare } from "./setup/prepare.mjs";
import { start } from "./system/child.mjs";
import { command } from "./system/command.mjs";
import { inRoot } from "./system/project.mjs";

command(async (onExit) => {
  // What the command prints may be piped into a file: everything else goes to stderr.
  await prepare("all", process.stderr);
  const { apiEnvironment, openDatabase } = await import("./database/open.mjs");
  const apiUrl = await openDatabase({ onExit, say: console.error });
  const cli = start([inRoot("apps", "api", "dist", "cli.js"), ...process.argv.slice(2)], {
    env: apiEnvironment(apiUrl),
  });
  onExit(cli.stop);
  return cli.ended;
});
