-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('inbox', 'screening', 'review', 'discussion', 'decided');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'reviewer', 'admin', 'owner');

-- CreateTable
CREATE TABLE "Candidate" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "websiteKey" TEXT,
    "website" TEXT,
    "thesis" TEXT,
    "problem" TEXT,
    "description" TEXT,
    "kind" TEXT,
    "interface" TEXT,
    "vertical" TEXT,
    "market" TEXT,
    "buyer" TEXT,
    "regulatedBuyer" BOOLEAN NOT NULL DEFAULT false,
    "deployment" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "positioning" TEXT,
    "painScenarios" JSONB NOT NULL DEFAULT '[]',
    "moats" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "thinWrapper" BOOLEAN NOT NULL DEFAULT false,
    "modelStrategy" TEXT,
    "qualityNow" INTEGER,
    "pathTo90" TEXT,
    "partners" TEXT,
    "people" JSONB NOT NULL DEFAULT '[]',
    "overlookedInsight" TEXT,
    "source" TEXT,
    "ownerId" UUID,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "notes" TEXT,
    "stage" "Stage" NOT NULL DEFAULT 'inbox',
    "revealedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Candidate_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Trial" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Trial_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("teamId","memberId","key")
);

-- CreateTable
CREATE TABLE "Activity" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "candidateId" UUID,
    "subjectId" UUID,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Review" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "notBlind" BOOLEAN NOT NULL DEFAULT false,
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "ReviewVersion" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "rubricId" UUID NOT NULL,
    "summary" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewVersion_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Score" (
    "teamId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "value" INTEGER,
    "reason" TEXT,
    "current" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Score_pkey" PRIMARY KEY ("teamId","versionId","revisionId")
);

-- CreateTable
CREATE TABLE "TeamScore" (
    "teamId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "n0" INTEGER NOT NULL DEFAULT 0,
    "n1" INTEGER NOT NULL DEFAULT 0,
    "n2" INTEGER NOT NULL DEFAULT 0,
    "n3" INTEGER NOT NULL DEFAULT 0,
    "n4" INTEGER NOT NULL DEFAULT 0,
    "n5" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TeamScore_pkey" PRIMARY KEY ("teamId","candidateId","revisionId")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "teamId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("teamId","candidateId","memberId")
);

-- CreateTable
CREATE TABLE "Opening" (
    "teamId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Opening_pkey" PRIMARY KEY ("teamId","candidateId","memberId")
);

-- CreateTable
CREATE TABLE "Rubric" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "source" JSONB NOT NULL,
    "presets" JSONB NOT NULL,
    "gates" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rubric_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "CriterionRevision" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "inverted" BOOLEAN NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CriterionRevision_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "RubricCriterion" (
    "teamId" UUID NOT NULL,
    "rubricId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "RubricCriterion_pkey" PRIMARY KEY ("teamId","rubricId","revisionId")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "minReviews" INTEGER NOT NULL DEFAULT 3,
    "openWithoutReviewing" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT,
    "role" "Role" NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "email" TEXT,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "readOnly" BOOLEAN NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateIndex
CREATE INDEX "Candidate_teamId_stage_idx" ON "Candidate"("teamId", "stage");

-- CreateIndex
CREATE INDEX "Candidate_teamId_websiteKey_idx" ON "Candidate"("teamId", "websiteKey");

-- CreateIndex
CREATE INDEX "Candidate_teamId_nameKey_idx" ON "Candidate"("teamId", "nameKey");

-- CreateIndex
CREATE INDEX "Candidate_teamId_createdAt_id_idx" ON "Candidate"("teamId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Trial_teamId_candidateId_idx" ON "Trial"("teamId", "candidateId");

-- CreateIndex
CREATE INDEX "Activity_teamId_candidateId_id_idx" ON "Activity"("teamId", "candidateId", "id");

-- CreateIndex
CREATE INDEX "Review_teamId_memberId_idx" ON "Review"("teamId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_teamId_candidateId_memberId_key" ON "Review"("teamId", "candidateId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewVersion_teamId_reviewId_number_key" ON "ReviewVersion"("teamId", "reviewId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Rubric_teamId_version_key" ON "Rubric"("teamId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "CriterionRevision_teamId_key_number_key" ON "CriterionRevision"("teamId", "key", "number");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_teamId_userId_key" ON "Member"("teamId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_teamId_ownerId_fkey" FOREIGN KEY ("teamId", "ownerId") REFERENCES "Member"("teamId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_teamId_createdById_fkey" FOREIGN KEY ("teamId", "createdById") REFERENCES "Member"("teamId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewVersion" ADD CONSTRAINT "ReviewVersion_teamId_reviewId_fkey" FOREIGN KEY ("teamId", "reviewId") REFERENCES "Review"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewVersion" ADD CONSTRAINT "ReviewVersion_teamId_rubricId_fkey" FOREIGN KEY ("teamId", "rubricId") REFERENCES "Rubric"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_teamId_versionId_fkey" FOREIGN KEY ("teamId", "versionId") REFERENCES "ReviewVersion"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_teamId_revisionId_fkey" FOREIGN KEY ("teamId", "revisionId") REFERENCES "CriterionRevision"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamScore" ADD CONSTRAINT "TeamScore_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamScore" ADD CONSTRAINT "TeamScore_teamId_revisionId_fkey" FOREIGN KEY ("teamId", "revisionId") REFERENCES "CriterionRevision"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionRevision" ADD CONSTRAINT "CriterionRevision_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RubricCriterion" ADD CONSTRAINT "RubricCriterion_teamId_rubricId_fkey" FOREIGN KEY ("teamId", "rubricId") REFERENCES "Rubric"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RubricCriterion" ADD CONSTRAINT "RubricCriterion_teamId_revisionId_fkey" FOREIGN KEY ("teamId", "revisionId") REFERENCES "CriterionRevision"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_teamId_createdById_fkey" FOREIGN KEY ("teamId", "createdById") REFERENCES "Member"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language can't say.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Near-same names, looked up before a candidate is saved.
CREATE INDEX "Candidate_nameKey_trigrams" ON "Candidate" USING gin (lower("nameKey") gin_trgm_ops);

-- A review has at most one draft.
CREATE UNIQUE INDEX "ReviewVersion_one_draft" ON "ReviewVersion" ("teamId", "reviewId") WHERE "signedAt" IS NULL;

ALTER TABLE "Score" ADD CONSTRAINT "Score_value_level" CHECK ("value" BETWEEN 0 AND 5);
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_grade_range" CHECK ("grade" BETWEEN 0 AND 100);
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_qualityNow_range" CHECK ("qualityNow" BETWEEN 0 AND 100);
ALTER TABLE "TeamScore" ADD CONSTRAINT "TeamScore_counts" CHECK (LEAST(n0, n1, n2, n3, n4, n5) >= 0);
ALTER TABLE "Team" ADD CONSTRAINT "Team_minReviews_range" CHECK ("minReviews" >= 1);
