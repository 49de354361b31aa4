import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../system/child.mjs";
import { Failure } from "../system/failure.mjs";
import { as, give } from "./account.mjs";

/**
 * Makes the cluster beside its final place and moves it there whole, so that an interrupted first start leaves no half.
 * @param {import("./postgres.mjs").Cluster} cluster
 */
export async function initialise({ home, program, passwords }) {
  const unfinished = path.join(home.folder, "data.unfinished");
  const passwordFile = path.join(home.folder, "initdb.password");
  let said = "";
  try {
    for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { mode: 0o700 });
      give(unfinished, home.account);
      writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
      give(passwordFile, home.account);
      const outcome = await run(
        program("initdb"),
        initialArguments(unfinished, passwordFile, locale),
        { ...as(home.account), cwd: home.folder },
      );
      if (outcome.code === 0) return renameSync(unfinished, home.data);
      said = outcome.output;
      if (!said.includes("invalid locale")) break;
    }
    process.stderr.write(`${said.trimEnd()}\n`);
    throw new Failure(
      `The database could not be made in ${home.data} (PostgreSQL's own words are above): check the free disk space and the rights of that folder, then start again.`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Sorting and case are PostgreSQL's own, the same on every system; the system's character types are asked only by
 * pg_trgm, which knows no Chinese letters under plain C.
 * @param {string} data
 * @param {string} passwordFile
 * @param {string} characters
 */
const initialArguments = (data, passwordFile, characters) => [
  ...[
    "--pgdata",
    data,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--data-checksums",
  ],
  ...[
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${characters}`,
  ],
  ...[
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    "timezone=UTC",
    "-c",
    "log_timezone=UTC",
  ],
];
