import { spawn } from "node:child_process";
import path from "node:path";
import { as } from "../tools/database/account.mjs";
import { findBinaries } from "../tools/database/binaries.mjs";
import { findHome } from "../tools/database/home.mjs";
import { run, runNode } from "../tools/system/child.mjs";
import { dataFolder, inRoot } from "../tools/system/project.mjs";
import { freePort, owner, signIn } from "./house.mjs";
import { line, median, ms, send } from "./load.mjs";

/**
 * `npm start` of what is built and set up already, until it serves the first ranking of the sample, against
 * `pg_ctl start` on the same data and a Node that does nothing.
 */
const rounds = 5;
const folder = path.join(dataFolder(), "bench-start");

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const { DATABASE_URL: _, ...inherited } = process.env;
const env = {
  ...inherited,
  PORT: String(port),
  HIGHWATER_DATA: folder,
  HIGHWATER_SAMPLE: "1",
  HIGHWATER_OWNER_EMAIL: owner.email,
  HIGHWATER_OWNER_PASSWORD: owner.password,
  HIGHWATER_TEAM: "Tide",
};

/** @param {() => Promise<boolean>} ready */
async function until(ready) {
  const end = performance.now() + 120_000;
  while (!(await ready().catch(() => false))) {
    if (performance.now() > end) throw new Error("It does not start.");
    await new Promise((wake) => setTimeout(wake, 5));
  }
}

/** @param {() => Promise<boolean>} ready how long until then, in milliseconds */
async function started(ready) {
  const begun = performance.now();
  const child = spawn(process.execPath, [inRoot("tools", "start.mjs")], { env, stdio: "ignore" });
  const slay = () => child.kill("SIGTERM");
  process.once("exit", slay);
  await until(ready);
  const taken = performance.now() - begun;
  return {
    taken,
    stop: async () => {
      process.off("exit", slay);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

let cookie = "";
const ranked = async () => {
  const { status, text } = await send(`${url}/api/v1/ranking?limit=50`, { headers: { cookie } });
  return status === 200 && JSON.parse(text).items.length > 0;
};
// The first time the sample is planted, which nobody measures; the door is asked seldom, for it shuts before those who hurry.
const first = await started(async () => {
  await new Promise((wake) => setTimeout(wake, 1000));
  cookie ||= await signIn(url, owner);
  return ranked();
});
await first.stop();

const home = findHome(folder);
const { program } = await findBinaries(home.account);
const control = (/** @type {string[]} */ ...args) =>
  run(program("pg_ctl"), [...args, "-D", home.data, "-w"], {
    ...as(home.account),
    cwd: home.folder,
    stdio: "ignore",
    env: { ...process.env, LC_ALL: "C" },
  });
const [floor, ours] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
for (let round = 0; round < rounds; round++) {
  const begun = performance.now();
  await control("start", "-l", home.log, "-o", `-p ${await freePort()}`);
  await runNode(["-e", "0"]);
  floor.push(performance.now() - begun);
  await control("stop", "-m", "fast");
  const one = await started(ranked);
  ours.push(one.taken);
  await one.stop();
}
const [least, taken] = [median(floor), median(ours)];
line(
  "W5a npm start to the first ranking",
  "sample",
  ms(least),
  ms(taken),
  taken / least,
  "≤ 3 s",
  taken <= 3000,
);
