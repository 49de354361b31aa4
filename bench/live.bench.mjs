import { once } from "node:events";
import { request } from "node:http";
import pg from "pg";
import { draft, plant } from "./drafts.mjs";
import { openHouse } from "./house.mjs";
import { line, ms, send } from "./load.mjs";
import { candidateId, reviewers, tokenOf } from "./portfolio.mjs";

/**
 * From a signature that one process of the API is sent to the event that another passes on, against a NOTIFY from one
 * session of PostgreSQL to another and back: `npm run bench -- live 300`.
 */
const times = Number(process.argv[2] ?? 300);
const size = 1000;
const house = await openHouse();
const other = await house.replica();
const client = new pg.Client(process.env.BENCH_ADMIN_URL);
await client.connect();
const teamId = await plant(client, "live", size);

/** @param {number[]} taken @param {number} share */
const point = (taken, share) =>
  taken.toSorted((a, b) => a - b)[Math.ceil(share * (taken.length - 1))] ?? Number.NaN;

async function roundTrips() {
  const away = new pg.Client(process.env.BENCH_ADMIN_URL);
  await away.connect();
  await Promise.all([client.query("listen there"), away.query("listen back")]);
  client.on("notification", () => void client.query("notify back"));
  const taken = [];
  for (let at = 0; at < times; at++) {
    const started = performance.now();
    const answered = once(away, "notification");
    await Promise.all([away.query("notify there"), answered]);
    taken.push(performance.now() - started);
  }
  await away.end();
  return taken;
}

/** What somebody hears of at the other process, by candidate. */
async function listening() {
  const heard = /** @type {Map<string, () => void>} */ (new Map());
  const asked = request(`${other.url}/api/v1/events`, {
    headers: { authorization: `Bearer ${tokenOf(teamId, reviewers - 1)}` },
  });
  asked.end();
  const [answer] = await once(asked, "response");
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} instead of 200`);
  answer.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    for (const [, data] of text.matchAll(/^data: (.*)$/gm)) {
      const { candidateId: of } = JSON.parse(data);
      heard.get(of)?.();
    }
  });
  return {
    /** @param {string} id @returns {Promise<void>} */
    of: (id) => new Promise((resolve) => heard.set(id, resolve)),
    close: () => asked.destroy(),
  };
}

const floor = await roundTrips();
const events = await listening();
const places = Array.from(
  { length: times },
  (_, at) => /** @type {import("./drafts.mjs").Place} */ ([at % (reviewers - 1), at % size]),
);
await draft(client, teamId, places);
const taken = [];
for (const [by, candidate] of places) {
  const id = candidateId(candidate);
  const started = performance.now();
  const event = events.of(id);
  const answer = await send(`${house.url}/api/v1/candidates/${id}/reviews/mine/sign`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokenOf(teamId, by)}` },
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  await event;
  taken.push(performance.now() - started);
}
for (const [what, share, goal] of /** @type {const} */ ([
  ["median", 0.5, "-"],
  ["99 %", 0.99, "≤ 500 ms"],
])) {
  const [least, ours] = [point(floor, share), point(taken, share)];
  line(
    `W6 signature heard elsewhere, ${what}`,
    "1k",
    ms(least),
    ms(ours),
    ours / least,
    goal,
    ours <= 500,
  );
}
events.close();
await client.end();
await other.close();
await house.close();
