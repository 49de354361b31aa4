import { randomUUID } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { fastify } from "fastify";
import {
  lockForSigning,
  signingFacts,
  writeSignature,
} from "../apps/api/dist/modules/reviews/signing.queries.js";
import { Prepared } from "../apps/api/dist/platform/prepared.js";

/**
 * The very statements of a signature, in one transaction, behind a bare Fastify in a thread of its own: nobody is asked
 * who they are, nothing is held against a law or a contract, and nobody is told.
 */
const { teamId, databaseUrl } = workerData;
const prepared = new Prepared({ databaseUrl });

/** @param {{ memberId: string, candidateId: string }} asked */
const sign = ({ memberId, candidateId }) =>
  prepared.transaction(async (tx) => {
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

const app = fastify();
app.post("/sign", (request) => sign(request.body));
await app.listen({ port: 0, host: "127.0.0.1" });
parentPort?.postMessage(app.server.address().port);
