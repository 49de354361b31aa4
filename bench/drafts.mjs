import { candidateId, reviewerId, seed } from "./portfolio.mjs";

/**
 * Another team of so many candidates, by the rubric of the first.
 * @param {import("pg").Client} client
 * @param {string} name
 * @param {number} size
 * @returns {Promise<string>} its id
 */
export async function plant(client, name, size) {
  const { rows } = await client.query(
    `insert into "Team" (id, slug, name) select gen_random_uuid(), $1, $1 returning id`,
    [name.toLowerCase()],
  );
  const teamId = rows[0].id;
  await client.query(
    `with old as (select * from "Rubric" where "teamId" <> $1 order by "publishedAt" limit 1),
       rubric as (insert into "Rubric" ("teamId", id, version, name, source, presets, gates)
                  select $1, id, version, name, source, presets, gates from old returning id),
       revisions as (insert into "CriterionRevision" ("teamId", id, key, number, inverted, content)
                     select $1, r.id, key, number, inverted, content
                       from "CriterionRevision" r, old where r."teamId" = old."teamId" returning id)
     insert into "RubricCriterion" ("teamId", "rubricId", "revisionId", position, weight)
     select $1, c."rubricId", c."revisionId", c.position, c.weight
       from "RubricCriterion" c, old where c."teamId" = old."teamId" and c."rubricId" = old.id`,
    [teamId],
  );
  await seed(client, teamId, size);
  await client.query(`update "Candidate" set stage = 'discussion' where "teamId" = $1`, [teamId]);
  return teamId;
}

/** @typedef {[reviewer: number, candidate: number]} Place */

/**
 * Drafts that wait for their signature, which nobody measures.
 * @param {import("pg").Client} client
 * @param {string} teamId
 * @param {Place[]} places
 */
export async function draft(client, teamId, places) {
  const pairs = [
    teamId,
    places.map(([, candidate]) => candidateId(candidate)),
    places.map(([by]) => reviewerId(by)),
  ];
  const pair = `select p.candidate, p.member from unnest($2::uuid[], $3::uuid[]) as p(candidate, member)`;
  await client.query(
    `insert into "Review" ("teamId", id, "candidateId", "memberId")
     select $1, gen_random_uuid(), candidate, member from (${pair}) p on conflict do nothing`,
    pairs,
  );
  await client.query(
    `with rubric as (select id from "Rubric" where "teamId" = $1 order by version desc limit 1),
     version as (
       insert into "ReviewVersion" ("teamId", id, "reviewId", number, "rubricId", summary)
       select $1, gen_random_uuid(), r.id, 1 + coalesce((select max(v.number) from "ReviewVersion" v
                where v."teamId" = $1 and v."reviewId" = r.id), 0), (select id from rubric), 'Bench'
         from (${pair}) p
         join "Review" r on r."teamId" = $1 and r."candidateId" = p.candidate and r."memberId" = p.member
       returning id)
     insert into "Score" ("teamId", "versionId", "revisionId", value, reason)
     select $1, v.id, c."revisionId", floor(random() * 6), 'because'
       from version v cross join "RubricCriterion" c
      where c."teamId" = $1 and c."rubricId" = (select id from rubric)`,
    pairs,
  );
}
