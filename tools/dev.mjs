import { requireOnlyOne } from "./setup/only-one.mjs";
import { prepare } from "./setup/prepare.mjs";
import { start } from "./system/child.mjs";
import { command } from "./system/command.mjs";
import { requireFreePort } from "./system/port.mjs";
import { bin, inRoot } from "./system/project.mjs";

command(
  async (onExit) => {
    if (!process.env.DATABASE_URL) requireOnlyOne("start", "Highwater runs", onExit);
    await requireFreePort();
    await prepare("all");
    const { apiEnvironment, openDatabase } = await import("./database/open.mjs");
    const apiUrl = await openDatabase({ onExit, say: console.log });
    const env = {
      ...apiEnvironment(apiUrl),
      NODE_ENV: "development",
      BASE_URL: process.env.BASE_URL || "http://localhost:5173",
    };
    const programs = [
      start([
        bin("typescript", "tsc"),
        "--project",
        inRoot("packages", "shared"),
        "--watch",
        "--preserveWatchOutput",
      ]),
      start([bin("rolldown"), "--config", "rolldown.config.mjs", "--watch"], {
        cwd: inRoot("apps", "api"),
      }),
      start(
        [
          "--enable-source-maps",
          "--watch",
          "--watch-preserve-output",
          inRoot("apps", "api", "dist", "main.js"),
        ],
        { env },
      ),
      start([bin("vite")], { cwd: inRoot("apps", "web") }),
    ];
    for (const program of programs) onExit(program.stop);
    return Promise.race(programs.map((program) => program.ended));
  },
  { interrupted: 0 },
);
