import { Problem } from "@highwater/shared/kernel/problem";
import { revealsNow } from "@highwater/shared/reviews/policy";
import { holdsBack } from "@highwater/shared/rounds/law";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import type { Entry } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { hiddenAmong, pendingCount, type Which } from "./assigned.source.js";
import { openDisagreements } from "./disagreeing.service.js";
import { untoldMentions } from "./mentioned.source.js";
import { signedCount, signersOf } from "./reviews.source.js";

/** What a live meeting has taken up and not done with. */
export const inHand = { openedAt: { not: null }, doneAt: null, round: { state: "live" } } as const;

type Revealer = Pick<Actor, "teamId" | "memberId">;

/**
 * The automatic reveal, in the transaction of whatever completes the reviews: a signature, an abstention, a recusal,
 * an assignment taken away, a reviewer who may review no more, a smaller number of reviews that the team asks for.
 */
@Injectable()
export class RevealsService {
  constructor(private readonly candidates: CandidatesService) {}

  /** Of one whose lock is held. */
  async one(tx: Tx, actor: Revealer, candidateId: string): Promise<Entry[]> {
    const candidate = found(
      await tx.candidate.findFirst({ where: { id: candidateId } }),
      "candidate",
    );
    if (candidate.revealedAt || (await inMeeting(tx, candidateId))) return [];
    const { minReviews } = found(await tx.team.findFirst(), "team");
    const reviewers = await tx.member.count({
      where: {
        role: { not: "viewer" },
        suspendedAt: null,
        removedAt: null,
        ...(candidate.sample ? {} : { sample: false }),
      },
    });
    const signed = await signedCount(tx, candidateId);
    const pending = await pendingCount(tx, actor.teamId, candidateId);
    if (!revealsNow({ signed, pending, minReviews, reviewers })) return [];
    return this.reveal(tx, actor, { verb: "reviews.revealed", candidateId });
  }

  /** Before it happens by itself: on its own, or at its item of a meeting. */
  async byHand(tx: Tx, actor: Revealer, candidateId: string): Promise<[Entry, ...Entry[]]> {
    await this.candidates.lock(tx, actor, candidateId);
    const candidate = await tx.candidate.findFirst({ where: { id: candidateId } });
    if (found(candidate, "candidate").revealedAt)
      throw new Problem("conflict", "It is revealed already.", { code: "reviews.revealed" });
    if ((await signedCount(tx, candidateId)) === 0)
      throw new Problem("conflict", "No review is signed yet: there is nothing to reveal.", {
        code: "reviews.none_signed",
      });
    return this.reveal(tx, actor, { verb: "reviews.revealed_early", candidateId });
  }

  /** A meeting has left it: what was held back for its host happens by itself now. */
  async settle(tx: Tx, actor: Revealer, candidateId: string): Promise<Entry[]> {
    await this.candidates.lock(tx, actor, candidateId);
    return this.one(tx, actor, candidateId);
  }

  /** Of several at once: locked one after the other, in one order. */
  async among(tx: Tx, actor: Revealer, which: Which): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const id of await hiddenAmong(tx, actor.teamId, which)) {
      await this.candidates.lock(tx, actor, id);
      entries.push(...(await this.one(tx, actor, id)));
    }
    return entries;
  }

  private async reveal(
    tx: Tx,
    actor: Revealer,
    entry: { verb: "reviews.revealed" | "reviews.revealed_early"; candidateId: string },
  ): Promise<[Entry, ...Entry[]]> {
    const { candidateId } = entry;
    await this.candidates.reveal(tx, actor, candidateId);
    const members = await signersOf(tx, candidateId);
    const mentioned = await untoldMentions(tx, actor.teamId, candidateId);
    return [
      { ...entry, notify: [{ kind: "revealed", members }, ...mentioned] },
      ...(await openDisagreements(tx, actor, candidateId)),
    ];
  }
}

/** While a meeting has it in hand, its host reveals. */
async function inMeeting(tx: Tx, candidateId: string): Promise<boolean> {
  const items = await tx.agendaItem.findMany({
    where: { candidateId, ...inHand },
    select: { round: { select: { startedAt: true, items: true } } },
  });
  return items.some(({ round }) => holdsBack(round, new Date()));
}
