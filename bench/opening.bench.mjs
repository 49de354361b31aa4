import { once } from "node:events";
import { createServer } from "node:http";
import { line, median, ms } from "./load.mjs";
import { openPages } from "./pages.mjs";

/**
 * The ranking of 610 candidates in a browser that has never been there, until its first rows can be used, against a
 * static page of as many bytes.
 */
const size = 610;
const rounds = 7;
const pages = await openPages("Bench opening", size);

/**
 * A visit with nothing kept from any before: milliseconds until what is looked for is seen, and bytes sent by then.
 * @param {string} url
 * @param {string} seen a selector
 */
async function visit(url, seen) {
  const context = await pages.context();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const begun = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(seen).first().waitFor();
  const taken = performance.now() - begun;
  await context.close();
  return { taken, bytes };
}

const ours = [];
for (let round = 0; round <= rounds; round++)
  ours.push(await visit(pages.team, "[role=grid] [role=row] a"));
const bytes = median(ours.map((one) => one.bytes));
const row = "<tr><td>1</td><td><a href='#'>Quill Writer</a></td><td>71.2</td></tr>";
const page = `<!doctype html><title>Static</title><table>${row.repeat(50)}</table><!--`;
const server = createServer((_, response) => {
  response.setHeader("content-type", "text/html");
  response.end(page.padEnd(bytes, "x"));
}).listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const at = typeof address === "object" && address ? address.port : 0;
const still = [];
for (let round = 0; round <= rounds; round++)
  still.push(await visit(`http://127.0.0.1:${at}/`, "table a"));
const time = (/** @type {{ taken: number }[]} */ visits) =>
  median(visits.slice(1).map(({ taken }) => taken));
const [least, taken] = [time(still), time(ours)];
console.log(`\n${size} candidates, ${(bytes / 1024).toFixed(0)} KiB until the first rows`);
line(
  "W5b first ranking, cold cache",
  String(size),
  ms(least),
  ms(taken),
  taken / least,
  "≤ 1.5 s",
  taken <= 1500,
);
server.close();
await pages.close();
