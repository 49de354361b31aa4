import { start } from "./child.mjs";
import { inRoot } from "./project.mjs";

/**
 * Brings the database up to date and serves, what is built already, until it is stopped.
 * @param {import("./command.mjs").OnExit} onExit
 */
export async function serve(onExit) {
  const { apiEnvironment, openDatabase } = await import("../database/open.mjs");
  const apiUrl = await openDatabase({ onExit, say: console.log });
  const api = start([inRoot("apps", "api", "dist", "main.js")], {
    env: { ...apiEnvironment(apiUrl), HIGHWATER_WEB_ROOT: inRoot("apps", "web", "dist") },
  });
  onExit(api.stop);
  return api.ended;
}
