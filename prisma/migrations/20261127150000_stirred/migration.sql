-- CreateTable
CREATE TABLE "Stirred" (
    "teamId" UUID NOT NULL,
    "xact" BIGINT NOT NULL,
    "candidateId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Stirred_pkey" PRIMARY KEY ("teamId","xact","candidateId")
);

-- CreateIndex
CREATE INDEX "Stirred_at_idx" ON "Stirred"("at");

-- AddForeignKey
ALTER TABLE "Stirred" ADD CONSTRAINT "Stirred_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a statement changed, by candidate. A candidate that is gone altogether was stirred too, so there is no key to it.
CREATE FUNCTION "stir_candidate"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "Stirred" ("teamId", "xact", "candidateId")
    SELECT DISTINCT w."teamId", pg_current_xact_id()::text::bigint, w.id FROM written w WHERE w."revealedAt" IS NOT NULL
    ON CONFLICT DO NOTHING;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "Stirred" ("teamId", "xact", "candidateId")
    SELECT DISTINCT g."teamId", pg_current_xact_id()::text::bigint, g.id FROM gone g WHERE g."revealedAt" IS NOT NULL
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "stir_reviewed"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "Stirred" ("teamId", "xact", "candidateId")
    SELECT DISTINCT w."teamId", pg_current_xact_id()::text::bigint, w."candidateId" FROM written w WHERE w."signedAt" IS NOT NULL
    ON CONFLICT DO NOTHING;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "Stirred" ("teamId", "xact", "candidateId")
    SELECT DISTINCT g."teamId", pg_current_xact_id()::text::bigint, g."candidateId" FROM gone g WHERE g."signedAt" IS NOT NULL
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- Of anything else that belongs to a candidate and is shown beside its rank.
CREATE FUNCTION "stir_part"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "Stirred" ("teamId", "xact", "candidateId")
    SELECT DISTINCT w."teamId", pg_current_xact_id()::text::bigint, w."candidateId" FROM written w
    ON CONFLICT DO NOTHING;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "Stirred" ("teamId", "xact", "candidateId")
    SELECT DISTINCT g."teamId", pg_current_xact_id()::text::bigint, g."candidateId" FROM gone g
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Candidate_stir_insert" AFTER INSERT ON "Candidate"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_candidate"();
CREATE TRIGGER "Candidate_stir_update" AFTER UPDATE ON "Candidate"
  REFERENCING OLD TABLE AS gone NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_candidate"();
CREATE TRIGGER "Candidate_stir_delete" AFTER DELETE ON "Candidate"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "stir_candidate"();
CREATE TRIGGER "Review_stir_insert" AFTER INSERT ON "Review"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_reviewed"();
CREATE TRIGGER "Review_stir_update" AFTER UPDATE ON "Review"
  REFERENCING OLD TABLE AS gone NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_reviewed"();
CREATE TRIGGER "Review_stir_delete" AFTER DELETE ON "Review"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "stir_reviewed"();
CREATE TRIGGER "TeamScore_stir_insert" AFTER INSERT ON "TeamScore"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "TeamScore_stir_update" AFTER UPDATE ON "TeamScore"
  REFERENCING OLD TABLE AS gone NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "TeamScore_stir_delete" AFTER DELETE ON "TeamScore"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "Champion_stir_insert" AFTER INSERT ON "Champion"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "Champion_stir_update" AFTER UPDATE ON "Champion"
  REFERENCING OLD TABLE AS gone NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "Champion_stir_delete" AFTER DELETE ON "Champion"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "Trial_stir_insert" AFTER INSERT ON "Trial"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "Trial_stir_update" AFTER UPDATE ON "Trial"
  REFERENCING OLD TABLE AS gone NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
CREATE TRIGGER "Trial_stir_delete" AFTER DELETE ON "Trial"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "stir_part"();
