import { requireOnlyOne } from "./setup/only-one.mjs";
import { prepare } from "./setup/prepare.mjs";
import { start } from "./system/child.mjs";
import { command } from "./system/command.mjs";
import { requireFreePort } from "./system/port.mjs";
import { inRoot } from "./system/project.mjs";

command(
  async (onExit) => {
    // Over a shared database there may be many replicas, from one folder too.
    if (!process.env.DATABASE_URL) requireOnlyOne("start", "Highwater runs", onExit);
    await requireFreePort();
    await prepare("all");
    const { apiEnvironment, openDatabase } = await import("./database/open.mjs");
    const apiUrl = await openDatabase({ onExit, say: console.log });
    const api = start([inRoot("apps", "api", "dist", "main.js")], {
      env: { ...apiEnvironment(apiUrl), HIGHWATER_WEB_ROOT: inRoot("apps", "web", "dist") },
    });
    onExit(api.stop);
    return api.ended;
  },
  { interrupted: 0 },
);
