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

-- A session keeps the plan of a function's first calls, when tables may be small: it must not be a scan of them.
CREATE FUNCTION "name_text"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  SELECT "searched"(c) INTO NEW.text FROM "Candidate" c
   WHERE c."teamId" = NEW."teamId" AND c.id = NEW."candidateId";
  NEW.text := coalesce(NEW.text, '');
  RETURN NEW;
END $$;
CREATE TRIGGER "CandidateName_text" BEFORE INSERT OR UPDATE ON "CandidateName"
  FOR EACH ROW EXECUTE FUNCTION "name_text"();

-- What a search and near-same names are looked up in follows the candidate; an import leaves its rows to a job.
CREATE FUNCTION "name_candidate"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "CandidateName" ("teamId", "candidateId", "nameKey") VALUES (NEW."teamId", NEW.id, NEW."nameKey")
    ON CONFLICT ("teamId", "candidateId") DO UPDATE SET "nameKey" = EXCLUDED."nameKey";
  ELSE
    UPDATE "CandidateName" SET "nameKey" = NEW."nameKey"
     WHERE "teamId" = NEW."teamId" AND "candidateId" = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Candidate_name_new" AFTER INSERT ON "Candidate"
  FOR EACH ROW WHEN (NEW."importId" IS NULL) EXECUTE FUNCTION "name_candidate"();
CREATE TRIGGER "Candidate_name" AFTER UPDATE OF "name", "nameKey", "thesis", "problem", "description", "vertical", "buyer", "website", "notes", "people", "tags" ON "Candidate"
  FOR EACH ROW WHEN ((OLD."name", OLD."nameKey", OLD."thesis", OLD."problem", OLD."description", OLD."vertical", OLD."buyer", OLD."website", OLD."notes", OLD."people", OLD."tags")
    IS DISTINCT FROM (NEW."name", NEW."nameKey", NEW."thesis", NEW."problem", NEW."description", NEW."vertical", NEW."buyer", NEW."website", NEW."notes", NEW."people", NEW."tags"))
  EXECUTE FUNCTION "name_candidate"();

INSERT INTO "CandidateName" ("teamId", "candidateId", "nameKey")
SELECT "teamId", "id", "nameKey" FROM "Candidate"
ON CONFLICT ("teamId", "candidateId") DO UPDATE SET "nameKey" = EXCLUDED."nameKey";

CREATE INDEX "CandidateName_text_trigrams" ON "CandidateName" USING gin ("text" gin_trgm_ops);
CREATE INDEX "CandidateName_signs" ON "CandidateName" USING gin ("signs"("text"));
