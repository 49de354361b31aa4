-- CreateTable
CREATE TABLE "Preference" (
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Preference_pkey" PRIMARY KEY ("teamId","memberId","kind")
);

-- AddForeignKey
ALTER TABLE "Preference" ADD CONSTRAINT "Preference_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
