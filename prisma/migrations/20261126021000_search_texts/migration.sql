-- AlterTable
ALTER TABLE "CandidateName" ADD COLUMN     "text" TEXT NOT NULL DEFAULT '';

-- The candidate's texts as a search looks through them, in any script and database.
CREATE FUNCTION "searched"(c "Candidate") RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT lower((concat_ws(' ', c.name, c.thesis, c.problem, c.description, c.vertical, c.buyer, c.website, c.notes,
                          c.people::text, array_to_string(c.tags, ' '))) COLLATE "und-x-icu")
$$;

-- Chinese, Japanese and Korean signs of a text, alone and in pairs: where trigrams find nothing to hold on to.
CREATE FUNCTION "signs"(text TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT sign), '{}')
    FROM (SELECT here, lag(here) OVER (ORDER BY at) AS before
            FROM regexp_split_to_table(text, '') WITH ORDINALITY AS l(here, at)) pairs
   CROSS JOIN LATERAL (VALUES (here), (CASE WHEN before ~ '[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]' THEN before || here END)) s(sign)
   WHERE here ~ '[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]' AND sign IS NOT NULL
$$;

-- What a search and near-same names are looked up in follows the candidate; an import leaves its rows to a job.
-- Its text is made of the row at hand: looked up by its id, a plan made while the tables were small would scan them.
CREATE FUNCTION "name_candidate"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CandidateName" ("teamId", "candidateId", "nameKey", "text")
  VALUES (NEW."teamId", NEW.id, NEW."nameKey", "searched"(NEW))
  ON CONFLICT ("teamId", "candidateId") DO UPDATE SET "nameKey" = EXCLUDED."nameKey", "text" = EXCLUDED."text";
  RETURN NULL;
END $$;
CREATE TRIGGER "Candidate_name_new" AFTER INSERT ON "Candidate"
  FOR EACH ROW WHEN (NEW."importId" IS NULL) EXECUTE FUNCTION "name_candidate"();
CREATE TRIGGER "Candidate_name" AFTER UPDATE OF "name", "nameKey", "thesis", "problem", "description", "vertical", "buyer", "website", "notes", "people", "tags" ON "Candidate"
  FOR EACH ROW WHEN ((OLD."name", OLD."nameKey", OLD."thesis", OLD."problem", OLD."description", OLD."vertical", OLD."buyer", OLD."website", OLD."notes", OLD."people", OLD."tags")
    IS DISTINCT FROM (NEW."name", NEW."nameKey", NEW."thesis", NEW."problem", NEW."description", NEW."vertical", NEW."buyer", NEW."website", NEW."notes", NEW."people", NEW."tags"))
  EXECUTE FUNCTION "name_candidate"();

INSERT INTO "CandidateName" ("teamId", "candidateId", "nameKey", "text")
SELECT c."teamId", c."id", c."nameKey", "searched"(c) FROM "Candidate" c
ON CONFLICT ("teamId", "candidateId") DO UPDATE SET "nameKey" = EXCLUDED."nameKey", "text" = EXCLUDED."text";

CREATE INDEX "CandidateName_text_trigrams" ON "CandidateName" USING gin ("text" gin_trgm_ops);
CREATE INDEX "CandidateName_signs" ON "CandidateName" USING gin ("signs"("text"));
