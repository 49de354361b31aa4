import { once } from "node:events";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { fastify } from "fastify";
import pg from "pg";
import { get } from "./load.mjs";

const order = "total desc nulls last, reviews desc, name, id";

/**
 * The least that answers the same page: rows that know their own total and their own JSON, in an index that has them
 * in order, behind a bare Fastify and one prepared statement.
 * @param {{ url: string, headers: Record<string, string> }} ours where the rows are taken from
 * @param {number} size
 */
export async function openFloor(ours, size) {
  const client = new pg.Client(process.env.BENCH_ADMIN_URL);
  await client.connect();
  await client.query(`drop table if exists floor`);
  await client.query(
    `create table floor (id uuid, total float8, reviews int, name text collate "zh-x-icu", vertical text, stage text, tags text[], item text)`,
  );
  let cursor = null;
  const cursors = [];
  for (let at = 0; at < size; ) {
    const page = JSON.parse(
      await get(
        `${ours.url}/api/v1/ranking?limit=200${cursor ? `&cursor=${cursor}` : ""}`,
        ours.headers,
      ),
    );
    const columns = page.items.map((item) => [
      item.id,
      item.total,
      item.reviews,
      item.name,
      item.vertical,
      item.stage,
      `{${item.tags}}`,
      JSON.stringify(item),
    ]);
    await client.query(
      `insert into floor select id, total, reviews, name, vertical, stage, tags::text[], item
         from unnest($1::uuid[], $2::float8[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
              as f(id, total, reviews, name, vertical, stage, tags, item)`,
      columns[0].map((_, column) => columns.map((row) => row[column])),
    );
    at += page.items.length;
    cursor = page.nextCursor;
    cursors.push(cursor);
    if (!cursor) break;
  }
  await client.query(`create index on floor (${order})`);
  await client.query(`create index on floor (vertical, ${order})`);
  await client.query(`create index on floor (stage, ${order})`);
  await client.query("vacuum analyze floor");
  await client.end();
  const server = new Worker(new URL(import.meta.url));
  const [port] = await once(server, "message");
  return {
    url: `http://127.0.0.1:${port}/page`,
    cursors,
    close: () => server.terminate(),
  };
}

/** In a thread of its own, as the API has a process of its own. */
async function serve() {
  const pool = new pg.Pool({ connectionString: process.env.BENCH_ADMIN_URL, max: 10 });
  const app = fastify();
  const statements = {
    "": `select item from floor order by ${order} limit 50`,
    vertical: `select item from floor where vertical = $1 order by ${order} limit 50`,
    stage: `select item from floor where stage = $1 order by ${order} limit 50`,
    tag: `select item from floor where $1 = any(tags) order by ${order} limit 50`,
    minTotal: `select item from floor where total >= $1 order by ${order} limit 50`,
  };
  app.get("/page", async (request, reply) => {
    const [[key, value] = ["", undefined]] = Object.entries(request.query ?? {});
    const { rows } = await pool.query({
      name: `page ${key}`,
      text: statements[key] ?? statements[""],
      values: value === undefined ? [] : [value],
    });
    void reply.type("application/json");
    return `{"items":[${rows.map(({ item }) => item).join()}]}`;
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  parentPort?.postMessage(app.server.address().port);
}

if (!isMainThread) await serve();
