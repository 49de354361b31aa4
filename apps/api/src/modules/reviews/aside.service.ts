import { Problem } from "@highwater/shared/kernel/problem";
import type { SetAside, SetAsideInput } from "@highwater/shared/reviews/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { insistOnReviewing } from "./drafts.service.js";
import { RevealsService } from "./reveals.service.js";
import { asideView } from "./review.view.js";

/** What a reviewer puts off: for later, which is theirs alone, or for good, which those who see reviews are told. */
@Injectable()
export class AsideService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
  ) {}

  set(actor: Actor, candidateId: string, input: SetAsideInput): Promise<SetAside> {
    const { teamId, memberId } = actor;
    const { kind, reason } = input;
    return this.journal.write(actor, async (tx) => {
      await this.candidates.lock(tx, actor, candidateId);
      const facts = await insistOnReviewing(tx, actor, candidateId);
      if (facts.reviews.some(({ signedAt, imported }) => signedAt !== null && !imported))
        throw new Problem("conflict", "You have signed it: there is nothing to put off.", {
          code: "reviews.signed_already",
        });
      const row = await tx.setAside.upsert({
        where: { teamId_candidateId_memberId: { teamId, candidateId, memberId } },
        create: { teamId, candidateId, memberId, kind, reason },
        update: { kind, reason, at: new Date() },
      });
      const view = asideView(row);
      if (kind === "skip") return unrecorded(view);
      return filed(
        view,
        { verb: "reviews.abstained", candidateId, audience: "sighted", after: { reason } },
        ...(await this.reveals.one(tx, actor, candidateId)),
      );
    });
  }

  async takeUp(actor: Actor, candidateId: string) {
    const { memberId } = actor;
    await this.journal.write(actor, async (tx) => {
      const where = { candidateId, memberId };
      const { kind } = found(await tx.setAside.findFirst({ where }), "set-aside");
      await tx.setAside.deleteMany({ where });
      if (kind === "skip") return unrecorded(null);
      return filed(null, { verb: "reviews.taken_up", candidateId, audience: "sighted" });
    });
  }
}
