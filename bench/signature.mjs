import { randomUUID } from "node:crypto";
import { lockForSigning, signingFacts, writeSignature } from "../apps/api/dist/signing.js";
import { candidateId as idOfCandidate, reviewerId } from "./portfolio.mjs";

/** @typedef {import("../apps/api/dist/prepared.js").Prepared} Prepared */

/**
 * The very statements of a signature, in one transaction: nobody is asked who they are, nothing is held against a law
 * or a contract, and nobody is told.
 * @param {Prepared} prepared
 * @param {string} teamId
 * @returns {(place: import("./drafts.mjs").Place) => Promise<{ signedAt: Date }>}
 */
export const signature =
  (prepared, teamId) =>
  ([by, candidate]) =>
    prepared.transaction(async (tx) => {
      const [memberId, candidateId] = [reviewerId(by), idOfCandidate(candidate)];
      const signer = { teamId, memberId };
      await lockForSigning(tx, signer, candidateId);
      const { review, versions, held, rubric } = await signingFacts(tx, signer, candidateId);
      const [latest] = versions;
      const changes = latest.scores.map(({ revisionId, value }) => ({
        revisionId,
        change: [0, 1, 2, 3, 4, 5].map(
          (level) =>
            Number(value === level) -
            Number(held.some((one) => one.revisionId === revisionId && one.value === level)),
        ),
      }));
      const at = new Date();
      await writeSignature(tx, signer, {
        ...{ candidateId, reviewId: review.id, versionId: latest.id, rubricId: rubric.id, at },
        ...{ signedAt: review.signedAt ?? at, notBlind: review.notBlind, changes },
      });
      await tx.$executeRaw`/* prepared: floor */
      insert into "Activity" ("teamId", id, "actorId", verb, "candidateId")
      values (${teamId}::uuid, ${randomUUID()}::uuid, ${memberId}::uuid, 'reviews.signed', ${candidateId}::uuid)`;
      return { signedAt: at };
    });
