-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('mapping', 'checking', 'checked', 'committing', 'committed', 'undoing', 'undone', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "FieldType" AS ENUM ('text', 'number', 'money', 'date', 'select', 'link');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('invest', 'watch', 'pass');

-- AlterTable
ALTER TABLE "Candidate" ADD COLUMN     "fields" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "importId" UUID;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "imported" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "CandidateName" (
    "teamId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,

    CONSTRAINT "CandidateName_pkey" PRIMARY KEY ("teamId","candidateId")
);

-- CreateTable
CREATE TABLE "BulkEdit" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkEdit_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "BulkEditItem" (
    "teamId" UUID NOT NULL,
    "bulkEditId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "BulkEditItem_pkey" PRIMARY KEY ("teamId","bulkEditId","candidateId")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "text" TEXT,
    "who" TEXT,
    "on" DATE,
    "fileId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Import" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "fileId" UUID,
    "fileName" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'mapping',
    "shape" JSONB NOT NULL,
    "mapping" JSONB,
    "duplicates" TEXT NOT NULL DEFAULT 'skip',
    "report" JSONB,
    "problem" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "teamId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "choice" TEXT,
    "name" TEXT,
    "nameKey" TEXT,
    "websiteKey" TEXT,
    "facts" JSONB,
    "fields" JSONB,
    "extras" JSONB,
    "because" TEXT,
    "matchId" UUID,
    "matchRow" INTEGER,
    "errors" JSONB,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("teamId","importId","row")
);

-- CreateTable
CREATE TABLE "ImportHeader" (
    "teamId" UUID NOT NULL,
    "header" TEXT NOT NULL,
    "target" TEXT NOT NULL,

    CONSTRAINT "ImportHeader_pkey" PRIMARY KEY ("teamId","header")
);

-- CreateTable
CREATE TABLE "ImportMerge" (
    "teamId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "candidateId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "ImportMerge_pkey" PRIMARY KEY ("teamId","importId","row")
);

-- CreateTable
CREATE TABLE "Field" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "FieldType" NOT NULL,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Field_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Merge" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "File" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "wholeAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "FilePiece" (
    "teamId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "FilePiece_pkey" PRIMARY KEY ("teamId","fileId","number")
);

-- CreateTable
CREATE TABLE "Job" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "lane" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "problem" TEXT,
    "cancelAskedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reason" TEXT,
    "nextLook" DATE,
    "trigger" TEXT,
    "from" "Stage" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "View" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "View_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateIndex
CREATE INDEX "Evidence_teamId_candidateId_idx" ON "Evidence"("teamId", "candidateId");

-- CreateIndex
CREATE INDEX "Import_teamId_createdAt_idx" ON "Import"("teamId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Field_teamId_key_key" ON "Field"("teamId", "key");

-- CreateIndex
CREATE INDEX "Merge_teamId_fromId_idx" ON "Merge"("teamId", "fromId");

-- CreateIndex
CREATE INDEX "Merge_teamId_intoId_idx" ON "Merge"("teamId", "intoId");

-- CreateIndex
CREATE INDEX "Job_state_createdAt_idx" ON "Job"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Decision_teamId_candidateId_idx" ON "Decision"("teamId", "candidateId");

-- CreateIndex
CREATE INDEX "Decision_teamId_nextLook_idx" ON "Decision"("teamId", "nextLook");

-- CreateIndex
CREATE INDEX "View_teamId_memberId_idx" ON "View"("teamId", "memberId");

-- CreateIndex
CREATE INDEX "Candidate_teamId_importId_idx" ON "Candidate"("teamId", "importId");

-- AddForeignKey
ALTER TABLE "BulkEditItem" ADD CONSTRAINT "BulkEditItem_teamId_bulkEditId_fkey" FOREIGN KEY ("teamId", "bulkEditId") REFERENCES "BulkEdit"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_teamId_fileId_fkey" FOREIGN KEY ("teamId", "fileId") REFERENCES "File"("teamId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilePiece" ADD CONSTRAINT "FilePiece_teamId_fileId_fkey" FOREIGN KEY ("teamId", "fileId") REFERENCES "File"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language can't say.

-- Near-same names leave the candidates' own table, so that an import need not wait for their index.
INSERT INTO "CandidateName" ("teamId", "candidateId", "nameKey")
SELECT "teamId", "id", "nameKey" FROM "Candidate";
DROP INDEX "Candidate_nameKey_trigrams";
CREATE INDEX "CandidateName_trigrams" ON "CandidateName" USING gin (lower("nameKey") gin_trgm_ops);

-- A candidate has at most one standing decision.
CREATE UNIQUE INDEX "Decision_one_standing" ON "Decision" ("teamId", "candidateId") WHERE "withdrawnAt" IS NULL;

-- Checked rows can be had again from the file.
ALTER TABLE "ImportRow" SET UNLOGGED;
