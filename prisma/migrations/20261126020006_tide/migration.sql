-- CreateTable
CREATE TABLE "Capability" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "level" DOUBLE PRECISION NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT,
    "citation" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Capability_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "CapabilityLevel" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "capabilityId" UUID NOT NULL,
    "level" DOUBLE PRECISION NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT,
    "memberId" UUID,
    "releaseId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CapabilityLevel_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Release" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "vector" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "likelihood" DOUBLE PRECISION NOT NULL,
    "market" TEXT NOT NULL DEFAULT 'global',
    "raises" JSONB NOT NULL DEFAULT '[]',
    "source" TEXT,
    "noteEn" TEXT,
    "noteZh" TEXT,
    "citation" JSONB,
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Scenario" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "releaseIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "likelihoods" JSONB NOT NULL DEFAULT '{}',
    "months" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "base" DOUBLE PRECISION NOT NULL DEFAULT 2,
    "period" DOUBLE PRECISION NOT NULL DEFAULT 18,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Reliance" (
    "teamId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "items" JSONB NOT NULL DEFAULT '[]',
    "vectors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reliance_pkey" PRIMARY KEY ("teamId","candidateId")
);

-- CreateTable
CREATE TABLE "ReReview" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,
    "reason" TEXT,

    CONSTRAINT "ReReview_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "DefenceTable" (
    "teamId" UUID NOT NULL,
    "defences" JSONB NOT NULL,

    CONSTRAINT "DefenceTable_pkey" PRIMARY KEY ("teamId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Capability_teamId_key_key" ON "Capability"("teamId", "key");

-- CreateIndex
CREATE INDEX "CapabilityLevel_teamId_capabilityId_idx" ON "CapabilityLevel"("teamId", "capabilityId");

-- CreateIndex
CREATE INDEX "ReReview_teamId_candidateId_idx" ON "ReReview"("teamId", "candidateId");

-- CreateIndex
CREATE INDEX "ReReview_teamId_memberId_idx" ON "ReReview"("teamId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ReReview_teamId_releaseId_candidateId_memberId_key" ON "ReReview"("teamId", "releaseId", "candidateId", "memberId");

-- AddForeignKey
ALTER TABLE "Capability" ADD CONSTRAINT "Capability_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapabilityLevel" ADD CONSTRAINT "CapabilityLevel_teamId_capabilityId_fkey" FOREIGN KEY ("teamId", "capabilityId") REFERENCES "Capability"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapabilityLevel" ADD CONSTRAINT "CapabilityLevel_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reliance" ADD CONSTRAINT "Reliance_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reliance" ADD CONSTRAINT "Reliance_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReReview" ADD CONSTRAINT "ReReview_teamId_releaseId_fkey" FOREIGN KEY ("teamId", "releaseId") REFERENCES "Release"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReReview" ADD CONSTRAINT "ReReview_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReReview" ADD CONSTRAINT "ReReview_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DefenceTable" ADD CONSTRAINT "DefenceTable_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
