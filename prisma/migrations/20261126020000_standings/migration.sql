-- CreateTable
CREATE TABLE "Standing" (
    "teamId" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "candidateId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ranked" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "reviews" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "Standing_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Pulse" (
    "teamId" UUID NOT NULL,
    "shard" INTEGER NOT NULL,
    "beats" BIGINT NOT NULL,

    CONSTRAINT "Pulse_pkey" PRIMARY KEY ("teamId","shard")
);

-- CreateIndex
CREATE INDEX "Standing_teamId_candidateId_id_idx" ON "Standing"("teamId", "candidateId", "id");

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pulse" ADD CONSTRAINT "Pulse_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the ranking sees of a revealed candidate, written down where it differs from what was written last.
-- A session keeps the plan of a function's first calls, when tables may be small: it must not be a scan of them.
CREATE FUNCTION "stand"(team UUID, candidate UUID) RETURNS VOID LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  now_is RECORD;
BEGIN
  -- Once a transaction: it is called for every row that changed, at the end, when nothing changes any more.
  IF current_setting('highwater.stood', true) = candidate::text THEN RETURN; END IF;
  PERFORM set_config('highwater.stood', candidate::text, true);
  SELECT c."archivedAt" IS NULL AS ranked, c.name,
         (SELECT count(*)::int FROM "Review" r
           WHERE r."teamId" = team AND r."candidateId" = candidate
             AND r."signedAt" IS NOT NULL AND r."withdrawnAt" IS NULL) AS reviews,
         coalesce((SELECT jsonb_object_agg(t."revisionId", jsonb_build_array(t.n0, t.n1, t.n2, t.n3, t.n4, t.n5))
                     FROM "TeamScore" t
                    WHERE t."teamId" = team AND t."candidateId" = candidate
                      AND t.n0 + t.n1 + t.n2 + t.n3 + t.n4 + t.n5 > 0), '{}') AS counts
    INTO now_is
    FROM "Candidate" c
   WHERE c."teamId" = team AND c.id = candidate AND c."revealedAt" IS NOT NULL;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO "Standing" ("teamId", "candidateId", "ranked", "name", "reviews", "counts")
  SELECT team, candidate, now_is.ranked, now_is.name, now_is.reviews, now_is.counts
   WHERE NOT EXISTS (
     SELECT FROM (SELECT s.ranked, s.name, s.reviews, s.counts FROM "Standing" s
                   WHERE s."teamId" = team AND s."candidateId" = candidate ORDER BY s.id DESC LIMIT 1) was
      WHERE (was.ranked, was.name, was.reviews, was.counts)
            = (now_is.ranked, now_is.name, now_is.reviews, now_is.counts));
END $$;

CREATE FUNCTION "stand_candidate"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "stand"(NEW."teamId", NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION "stand_reviewed"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM "stand"(OLD."teamId", OLD."candidateId"); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM "stand"(NEW."teamId", NEW."candidateId"); END IF;
  RETURN NULL;
END $$;

-- At the end of the transaction, when all that belongs together has changed.
CREATE CONSTRAINT TRIGGER "Candidate_stand_new" AFTER INSERT ON "Candidate"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."revealedAt" IS NOT NULL) EXECUTE FUNCTION "stand_candidate"();
CREATE CONSTRAINT TRIGGER "Candidate_stand" AFTER UPDATE OF "name", "revealedAt", "archivedAt" ON "Candidate"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."revealedAt" IS NOT NULL AND (OLD."name", OLD."revealedAt", OLD."archivedAt") IS DISTINCT FROM (NEW."name", NEW."revealedAt", NEW."archivedAt"))
  EXECUTE FUNCTION "stand_candidate"();
CREATE CONSTRAINT TRIGGER "Review_stand" AFTER INSERT OR DELETE OR UPDATE OF "signedAt", "withdrawnAt", "candidateId" ON "Review"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stand_reviewed"();
CREATE CONSTRAINT TRIGGER "TeamScore_stand_new" AFTER INSERT ON "TeamScore"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.n0 + NEW.n1 + NEW.n2 + NEW.n3 + NEW.n4 + NEW.n5 > 0) EXECUTE FUNCTION "stand_reviewed"();
CREATE CONSTRAINT TRIGGER "TeamScore_stand" AFTER UPDATE OR DELETE ON "TeamScore"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stand_reviewed"();

-- Since when what stands here has stood so, as far as it is known.
INSERT INTO "Standing" ("teamId", "candidateId", "at", "ranked", "name", "reviews", "counts")
SELECT c."teamId", c.id,
       greatest(c."revealedAt", c."archivedAt",
                (SELECT max(v."signedAt") FROM "Review" r
                   JOIN "ReviewVersion" v ON v."teamId" = r."teamId" AND v."reviewId" = r.id
                  WHERE r."teamId" = c."teamId" AND r."candidateId" = c.id AND v."signedAt" <= now())),
       c."archivedAt" IS NULL, c.name,
       (SELECT count(*)::int FROM "Review" r
         WHERE r."teamId" = c."teamId" AND r."candidateId" = c.id
           AND r."signedAt" IS NOT NULL AND r."withdrawnAt" IS NULL),
       coalesce((SELECT jsonb_object_agg(t."revisionId", jsonb_build_array(t.n0, t.n1, t.n2, t.n3, t.n4, t.n5))
                   FROM "TeamScore" t
                  WHERE t."teamId" = c."teamId" AND t."candidateId" = c.id
                    AND t.n0 + t.n1 + t.n2 + t.n3 + t.n4 + t.n5 > 0), '{}')
  FROM "Candidate" c
 WHERE c."revealedAt" IS NOT NULL
 ORDER BY 3;

-- Every record is a beat of its team's pulse.
CREATE FUNCTION "beat"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Pulse" AS p ("teamId", "shard", "beats")
  SELECT DISTINCT w."teamId", (pg_current_xact_id()::text::bigint % 16)::int, 1 FROM written w
  ON CONFLICT ("teamId", "shard") DO UPDATE SET "beats" = p."beats" + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER "Activity_beat" AFTER INSERT ON "Activity"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "beat"();
