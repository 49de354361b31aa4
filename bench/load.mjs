import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, body?: unknown }} [how]
 * @returns {Promise<{ status: number, text: string, headers: import("node:http").IncomingHttpHeaders }>}
 */
export const send = (url, { method = "GET", headers = {}, body } = {}) =>
  new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const asked = request(url, { method, agent, headers: { ...headers, ...json } }, (answer) => {
      const pieces = /** @type {Buffer[]} */ ([]);
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(pieces).toString(),
          headers: answer.headers,
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });

/** @param {string} url @param {Record<string, string>} headers */
export async function get(url, headers) {
  const { status, text } = await send(url, { headers });
  if (status !== 200) throw new Error(`${status} ${url} ${text.slice(0, 300)}`);
  return text;
}

/** @param {number[]} times */
export const median = (times) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/**
 * One after the other: the median of how long each took, in milliseconds.
 * @param {number} times
 * @param {(at: number) => unknown} work
 */
export async function serial(times, work) {
  const taken = [];
  for (let at = 0; at < times + 3; at++) {
    const started = performance.now();
    await work(at);
    if (at >= 3) taken.push(performance.now() - started);
  }
  return median(taken);
}

/**
 * Several at once: how many a second.
 * @param {number} lanes
 * @param {number} times
 * @param {(at: number) => Promise<unknown>} work
 */
export async function together(lanes, times, work) {
  let at = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (at < times) await work(at++);
    }),
  );
  return (1000 * times) / (performance.now() - started);
}

/**
 * One line of the table.
 * @param {string} work
 * @param {string} size
 * @param {string} floor
 * @param {string} ours
 * @param {number} ratio
 * @param {string} goal
 * @param {boolean} met
 */
export const line = (work, size, floor, ours, ratio, goal, met) =>
  console.log(
    `${work.padEnd(44)}${size.padStart(6)}${floor.padStart(13)}${ours.padStart(13)}${`${ratio.toFixed(2)} ×`.padStart(11)}  ${goal.padEnd(12)}${met ? "met" : "SHORT"}`,
  );

/** `--sizes 1k,10k` in numbers, with their names; 1k and 10k unless told. */
export function sizesOf(/** @type {string[]} */ argv) {
  const [, list = "1k,10k"] = argv[0] === "--sizes" ? argv : [];
  return list.split(",").map((name) => {
    const [, digits, unit = ""] = /^(\d+)([kM]?)$/.exec(name) ?? [];
    if (digits === undefined) throw new Error(`${name} is no size: write 1k, 10k, 100k or 1M.`);
    return { name, size: Number(digits) * ({ k: 1e3, M: 1e6 }[unit] ?? 1) };
  });
}

export const ms = (/** @type {number} */ time) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
export const rate = (/** @type {number} */ each) => `${each.toFixed(0)}/s`;
