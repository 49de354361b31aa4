import pg from "pg";
import { type Finding, finding } from "./doctor.finding.js";

type Ask = <T extends pg.QueryResultRow>(sql: string) => Promise<T[]>;

async function rights(ask: Ask): Promise<Finding> {
  const [role] = await ask<{ name: string; mighty: boolean; rewrites: boolean; lacks: number }>(`
    select current_user::text as name, rolsuper or rolbypassrls as mighty,
           has_table_privilege('"Activity"', 'update') or has_table_privilege('"Activity"', 'delete') as rewrites,
           (select count(*)::int from pg_tables
             where schemaname = 'public' and tablename <> '_prisma_migrations'
               and not (has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
                        and has_table_privilege(format('%I.%I', schemaname, tablename), 'insert'))) as lacks
      from pg_roles where rolname = current_user`);
  if (!role || role.lacks > 0)
    return finding(
      "rights",
      "problem",
      `The API's role may not use ${role?.lacks ?? "any"} tables.`,
      "Run npm start once with the owner's DATABASE_URL: it grants what is missing.",
    );
  if (role.mighty || role.rewrites)
    return finding(
      "rights",
      "problem",
      `The role ${role.name} may change the activity log, or pass every rule.`,
      "Give the API a plain role in DATABASE_API_URL: no SUPERUSER, no BYPASSRLS, not the owner.",
    );
  return finding(
    "rights",
    "ok",
    `The role ${role.name} is plain, and may only add to the activity log.`,
  );
}

async function jobs(ask: Ask): Promise<Finding> {
  const [count] = await ask<{ stuck: number; failed: number }>(`
    select count(*) filter (where state in ('queued', 'running') and "createdAt" < now() - interval '30 minutes')::int as stuck,
           count(*) filter (where state = 'failed' and "endedAt" > now() - interval '1 day')::int as failed
      from "Job"`);
  const { stuck = 0, failed = 0 } = count ?? {};
  if (stuck > 0)
    return finding(
      "jobs",
      "warning",
      `${stuck} jobs have waited or run for half an hour.`,
      "See that a server runs (npm start); if one does, its log tells what they wait for.",
    );
  if (failed > 0)
    return finding(
      "jobs",
      "warning",
      `${failed} jobs failed since yesterday.`,
      "Look at the team's imports for what was wrong.",
    );
  return finding("jobs", "ok", "None is stuck.");
}

async function teams(ask: Ask): Promise<Finding> {
  const [count] = await ask<{ teams: number }>('select count(*)::int as teams from "Team"');
  return count?.teams
    ? finding("teams", "ok", `${count.teams} set up.`)
    : finding(
        "teams",
        "warning",
        "Nobody has set it up yet.",
        "Open the link that npm start prints.",
      );
}

async function server(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ version: string; number: number }>(
    "select current_setting('server_version') as version, current_setting('server_version_num')::int as number",
  );
  const fit = (row?.number ?? 0) >= 150_000;
  return finding(
    "server",
    fit ? "ok" : "problem",
    `PostgreSQL ${row?.version}`,
    "Use PostgreSQL 15 or newer.",
  );
}

/** `opened` is what the tool that opened the database says: that it is up to date, or why it could not. */
function migrations(opened: string | undefined): Finding {
  return opened === "ready"
    ? finding("migrations", "ok", "All are applied.")
    : finding(
        "migrations",
        "warning",
        "Not looked at.",
        "Run this as npm run highwater -- doctor: it has the owner's way in.",
      );
}

const down = (detail: string) =>
  finding(
    "database",
    "problem",
    detail,
    "Start it, or correct DATABASE_URL in .env; without one, npm start brings its own.",
  );

export async function examineDatabase(
  url: string | undefined,
  opened: string | undefined,
): Promise<Finding[]> {
  if (opened !== undefined && opened !== "ready") return [down(opened)];
  if (!url) return [down("DATABASE_URL is not set.")];
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const ask: Ask = async (sql) => (await client.query(sql)).rows;
    const found = [
      finding("database", "ok", `It answers at ${client.host}:${client.port}.`),
      migrations(opened),
    ];
    for (const look of [server, rights, jobs, teams]) found.push(await look(ask));
    return found;
  } catch (error) {
    return [down(error instanceof AggregateError ? String(error.errors[0]) : String(error))];
  } finally {
    await client.end().catch(() => {});
  }
}
