import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";

const starts = [
  "Quill",
  "Nimbus",
  "Otter",
  "Fjord",
  "Sable",
  "Lumen",
  "Harbor",
  "Vertex",
  "Maple",
  "Raven",
];
const ends = [
  "Writer",
  "Desk",
  "Agent",
  "Studio",
  "Notes",
  "Coach",
  "Tutor",
  "Search",
  "Pilot",
  "Flow",
];
const verticals = [
  "legal",
  "hr",
  "biotech",
  "code",
  "design",
  "teaching",
  "games",
  "video",
  "finance",
  "service",
];
const stages = ["discussion", "discussion", "discussion", "decided", "review"];
const words =
  "contracts invoices tickets meetings lessons molecules drafts menus claims leases audits scripts".split(
    " ",
  );
const chinese = "合同 票据 会议 课程 分子 草稿 菜单 理赔 租约 审计 剧本 客服".split(" ");

/** A word that stands in about 1 of 1,000 candidates, one of 1.5 %, two signs, and one sign. */
export const searches = { rare: "zephyr", common: "molecules", pair: "灯塔", sign: "塔" };

/** @param {number} seed numbers in [0, 1), the same on every run: mulberry32 */
export function chanceOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} kind @param {number} n */
const idOf = (kind, n) =>
  `${kind.toString(16).padStart(8, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
export const candidateId = (/** @type {number} */ n) => idOf(1, n);
export const reviewerId = (/** @type {number} */ n) => idOf(2, n);

export const reviewers = 12;

/**
 * 3-10 reviews a candidate, 6.5 on average, from 12 reviewers; scores of one candidate share a quality.
 * @param {number} size
 */
function* portfolio(size) {
  const chance = chanceOf(20230319);
  const pick = (/** @type {string[]} */ list) => list[Math.floor(chance() * list.length)];
  for (let n = 0; n < size; n++) {
    const quality = (chance() + chance() + chance()) / 3;
    const reviews = 3 + Math.floor(chance() * 8);
    const first = Math.floor(chance() * reviewers);
    const rare = chance() < 0.001 ? ` ${searches.rare}` : "";
    const lamp = chance() < 0.002 ? "，灯塔" : "";
    const word =
      chance() < 0.015 ? searches.common : words.filter((one) => one !== searches.common)[n % 11];
    yield {
      n,
      name: `${pick(starts)} ${pick(ends)} ${n.toString(36)}`,
      vertical: pick(verticals),
      stage: pick(stages),
      thesis: `Reads ${word} for small teams${rare}; 为小团队处理${chinese[n % 12]}${lamp}`,
      tag: chance() < 0.1 ? "{hot}" : "{}",
      reviews: Array.from({ length: reviews }, (_, at) => ({
        by: (first + at) % reviewers,
        scores: Array.from({ length: 5 }, () => {
          const level = Math.round(5 * quality + 3 * (chance() - 0.5));
          return chance() < 0.03 ? null : Math.min(5, Math.max(0, level));
        }),
      })),
    };
  }
}

/**
 * @param {import("pg").Client} client
 * @param {string} into table and columns
 * @param {Iterable<string>} lines
 */
const copy = (client, into, lines) =>
  pipeline(Readable.from(pieces(lines)), client.query(from(`copy ${into} from stdin`)));

/** @param {Iterable<string>} lines */
function* pieces(lines) {
  let piece = "";
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 65_536) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(piece);
}

/** What a reviewer of the bench sends as a bearer. */
export const tokenOf = (/** @type {string} */ teamId, /** @type {number} */ n) =>
  `hw_${teamId}_${n}`;

/**
 * Twelve reviewers, each with a token.
 * @param {import("pg").Client} client
 * @param {string} teamId
 */
async function enrol(client, teamId) {
  for (let n = 0; n < reviewers; n++) {
    const { rows } = await client.query(
      `insert into "User" (id, name, email, "updatedAt") values (gen_random_uuid(), $1, $2, now()) returning id`,
      [`Reviewer ${n}`, `${n}@${teamId}.example`],
    );
    await client.query(
      `insert into "Member" ("teamId", id, "userId", role) values ($1, $2, $3, 'reviewer')`,
      [teamId, reviewerId(n), rows[0].id],
    );
    await client.query(
      `insert into "ApiToken" ("teamId", id, "memberId", name, prefix, "tokenHash", "readOnly", "expiresAt")
       values ($1, gen_random_uuid(), $2, 'bench', 'hw_', $3, false, now() + interval '1 day')`,
      [teamId, reviewerId(n), createHash("sha256").update(tokenOf(teamId, n)).digest("hex")],
    );
  }
}

/**
 * A revealed portfolio, written past the API as COPY writes it, and what the database would have written of it.
 * @param {import("pg").Client} client of the superuser
 * @param {string} teamId
 * @param {number} size
 */
export async function seed(client, teamId, size) {
  const { rows: found } = await client.query(
    `select r.id as rubric, array_agg(c."revisionId"::text order by c.position) as revisions
       from "Rubric" r join "RubricCriterion" c on c."teamId" = r."teamId" and c."rubricId" = r.id
      where r."teamId" = $1 group by 1`,
    [teamId],
  );
  const { rubric, revisions } = found[0];
  const at = "2026-11-01T00:00:00Z";
  const reviewId = (/** @type {number} */ n, /** @type {number} */ by) => idOf(3, n * 16 + by);
  await client.query("set session_replication_role = replica");
  await enrol(client, teamId);
  const lines = {
    *candidates() {
      for (const { n, name, vertical, stage, thesis, tag } of portfolio(size))
        yield [
          teamId,
          candidateId(n),
          name,
          name.toLowerCase().replaceAll(" ", ""),
          thesis,
          vertical,
          tag,
          stage,
          at,
          at,
          at,
        ].join("\t");
    },
    *reviews() {
      for (const { n, reviews } of portfolio(size))
        for (const { by } of reviews)
          yield [teamId, reviewId(n, by), candidateId(n), reviewerId(by), at, at].join("\t");
    },
    *versions() {
      for (const { n, reviews } of portfolio(size))
        for (const { by } of reviews)
          yield [teamId, reviewId(n, by), reviewId(n, by), 1, rubric, "As I see it.", at, at].join(
            "\t",
          );
    },
    *scores() {
      for (const { n, reviews } of portfolio(size))
        for (const { by, scores } of reviews)
          for (const [criterion, score] of scores.entries())
            yield [
              teamId,
              reviewId(n, by),
              revisions[criterion],
              score ?? "\\N",
              "As I see it.",
              "t",
            ].join("\t");
    },
    *counts() {
      for (const { n, reviews } of portfolio(size))
        for (const [criterion, revision] of revisions.entries()) {
          const counts = [0, 0, 0, 0, 0, 0];
          for (const { scores } of reviews) {
            const score = scores[criterion] ?? null;
            if (score !== null) counts[score] = (counts[score] ?? 0) + 1;
          }
          yield [teamId, candidateId(n), revision, ...counts].join("\t");
        }
    },
  };
  await copy(
    client,
    `"Candidate" ("teamId", id, name, "nameKey", thesis, vertical, tags, stage, "revealedAt", "createdAt", "updatedAt")`,
    lines.candidates(),
  );
  await copy(
    client,
    `"Review" ("teamId", id, "candidateId", "memberId", "signedAt", "createdAt")`,
    lines.reviews(),
  );
  await copy(
    client,
    `"ReviewVersion" ("teamId", id, "reviewId", number, "rubricId", summary, "savedAt", "signedAt")`,
    lines.versions(),
  );
  await copy(
    client,
    `"Score" ("teamId", "versionId", "revisionId", value, reason, current)`,
    lines.scores(),
  );
  await copy(
    client,
    `"TeamScore" ("teamId", "candidateId", "revisionId", n0, n1, n2, n3, n4, n5)`,
    lines.counts(),
  );
  await client.query("set session_replication_role = origin");
  await client.query(
    `insert into "CandidateName" ("teamId", "candidateId", "nameKey", text) select c."teamId", c.id, c."nameKey", "searched"(c) from "Candidate" c where c."teamId" = $1`,
    [teamId],
  );
  await client.query(`select "stand"("teamId", id) from "Candidate" where "teamId" = $1`, [teamId]);
  await client.query(
    `insert into "Pulse" values ($1, 0, 1) on conflict ("teamId", shard) do update set beats = "Pulse".beats + 1`,
    [teamId],
  );
  await client.query("vacuum analyze");
}
