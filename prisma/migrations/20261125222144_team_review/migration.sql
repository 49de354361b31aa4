-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('team', 'sighted', 'members');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('planned', 'live', 'closed');

-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "audience" "Audience" NOT NULL DEFAULT 'team',
ADD COLUMN     "memberIds" UUID[] DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "dissent" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "dueOn" DATE,
ADD COLUMN     "exception" JSONB,
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "roundId" UUID,
ADD COLUMN     "votes" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Score" ADD COLUMN     "citations" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "Assignment" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "assignedById" UUID NOT NULL,
    "dueOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "criterion" TEXT,
    "parentId" UUID,
    "text" TEXT NOT NULL,
    "mentions" UUID[] DEFAULT ARRAY[]::UUID[],
    "citations" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "CommentVersion" (
    "teamId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentVersion_pkey" PRIMARY KEY ("teamId","commentId","number")
);

-- CreateTable
CREATE TABLE "Disagreement" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    "note" TEXT,

    CONSTRAINT "Disagreement_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "SetAside" (
    "teamId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SetAside_pkey" PRIMARY KEY ("teamId","candidateId","memberId")
);

-- CreateTable
CREATE TABLE "Round" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "topic" TEXT,
    "hostId" UUID NOT NULL,
    "state" "RoundState" NOT NULL DEFAULT 'planned',
    "startedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "currentItemId" UUID,
    "timerEndsAt" TIMESTAMPTZ(3),
    "frozen" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "revealedAt" TIMESTAMPTZ(3),
    "votingAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "decisionId" UUID,
    "note" TEXT,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("teamId","id")
);

-- CreateTable
CREATE TABLE "Vote" (
    "teamId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("teamId","itemId","memberId")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "teamId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("teamId","roundId","memberId")
);

-- CreateTable
CREATE TABLE "Champion" (
    "teamId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Champion_pkey" PRIMARY KEY ("teamId","candidateId","memberId")
);

-- CreateIndex
CREATE INDEX "Assignment_teamId_memberId_idx" ON "Assignment"("teamId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_teamId_candidateId_memberId_key" ON "Assignment"("teamId", "candidateId", "memberId");

-- CreateIndex
CREATE INDEX "Comment_teamId_candidateId_id_idx" ON "Comment"("teamId", "candidateId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Disagreement_teamId_candidateId_criterion_key" ON "Disagreement"("teamId", "candidateId", "criterion");

-- CreateIndex
CREATE INDEX "Notification_teamId_memberId_id_idx" ON "Notification"("teamId", "memberId", "id");

-- CreateIndex
CREATE INDEX "SetAside_teamId_memberId_idx" ON "SetAside"("teamId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_teamId_number_key" ON "Round"("teamId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_teamId_roundId_candidateId_key" ON "AgendaItem"("teamId", "roundId", "candidateId");

-- CreateIndex
CREATE INDEX "Activity_teamId_at_idx" ON "Activity"("teamId", "at");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentVersion" ADD CONSTRAINT "CommentVersion_teamId_commentId_fkey" FOREIGN KEY ("teamId", "commentId") REFERENCES "Comment"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_teamId_activityId_fkey" FOREIGN KEY ("teamId", "activityId") REFERENCES "Activity"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetAside" ADD CONSTRAINT "SetAside_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetAside" ADD CONSTRAINT "SetAside_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_teamId_hostId_fkey" FOREIGN KEY ("teamId", "hostId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_teamId_roundId_fkey" FOREIGN KEY ("teamId", "roundId") REFERENCES "Round"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_teamId_itemId_fkey" FOREIGN KEY ("teamId", "itemId") REFERENCES "AgendaItem"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_teamId_roundId_fkey" FOREIGN KEY ("teamId", "roundId") REFERENCES "Round"("teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Champion" ADD CONSTRAINT "Champion_teamId_candidateId_fkey" FOREIGN KEY ("teamId", "candidateId") REFERENCES "Candidate"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Champion" ADD CONSTRAINT "Champion_teamId_memberId_fkey" FOREIGN KEY ("teamId", "memberId") REFERENCES "Member"("teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
