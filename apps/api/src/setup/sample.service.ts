import { CandidateInput, TrialInput } from "@highwater/shared/candidates/contract";
import { Citation, type Locale, Text } from "@highwater/shared/kernel/contract";
import { ReviewInput } from "@highwater/shared/reviews/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Vector } from "@highwater/shared/tide/contract";
import { startingClock } from "@highwater/shared/tide/exposure";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { CandidatesService } from "../modules/candidates/candidates.service.js";
import { TrialsService } from "../modules/candidates/trials.service.js";
import { EvidenceService } from "../modules/evidence/evidence.service.js";
import { DraftsService } from "../modules/reviews/drafts.service.js";
import { ReviewsService } from "../modules/reviews/reviews.service.js";
import { MembersService } from "../modules/team/members.service.js";
import { ReleasesService } from "../modules/tide/releases.service.js";
import { type Planted, RelianceService } from "../modules/tide/reliance.service.js";
import { ScenariosService } from "../modules/tide/scenarios.service.js";
import { readSeed } from "../platform/seed-file.js";

const Cited = Citation.extend({ status: z.enum(["opinion", "unconfirmed", "hearsay"]) });
const SampleCandidate = CandidateInput.extend({ key: z.string(), citations: z.array(Cited) });
const Portfolio = z.object({
  note: Text,
  reviewers: z.array(z.object({ name: Text })).length(3),
  ranked: z.array(
    SampleCandidate.extend({
      trial: TrialInput.optional(),
      reviews: z.array(ReviewInput).length(3),
      /** Confirmed: what it leans on, by capability, and by whom it may be overrun. */
      reliance: z.record(z.string(), z.number()),
      vectors: z.array(Vector),
    }),
  ),
  /** Releases by their English name. */
  scenarios: z.array(
    z.object({ name: Text, releases: z.array(z.string()), months: z.int(), period: z.int() }),
  ),
  waiting: z.array(SampleCandidate.extend({ stage: z.enum(["inbox", "review"]) })),
});
type Portfolio = z.infer<typeof Portfolio>;

/** An opinion stands in the minutes for all to read; its title says that it is one. */
const opinion = { en: "opinion of a participant", zh: "与会者观点" };

/** The portfolio of the minutes, entered through the services that users use. */
@Injectable()
export class SampleService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly drafts: DraftsService,
    private readonly evidence: EvidenceService,
    private readonly members: MembersService,
    private readonly releases: ReleasesService,
    private readonly reliance: RelianceService,
    private readonly reviews: ReviewsService,
    private readonly scenarios: ScenariosService,
    private readonly trials: TrialsService,
  ) {}

  async load(owner: Actor, locale: Locale) {
    const portfolio = await readSeed("sample.json", Portfolio);
    const reviewers: Actor[] = [];
    for (const { name } of portfolio.reviewers)
      reviewers.push({
        userId: null,
        memberId: await this.members.addSample(owner, name[locale]),
        teamId: owner.teamId,
        role: "reviewer",
      });
    for (const candidate of portfolio.waiting) {
      const { key: _, citations, stage, ...facts } = candidate;
      const origin = { stage, sample: true };
      const { id } = await this.candidates.enter(
        owner,
        noted(facts, portfolio.note[locale]),
        origin,
      );
      await this.cite(owner, id, citations, locale);
    }
    const relied: Planted[] = [];
    for (const candidate of portfolio.ranked)
      relied.push(await this.enterRanked(owner, reviewers, candidate, portfolio.note, locale));
    await this.reliance.plant(owner, relied);
    await this.simulate(owner, portfolio.scenarios, locale);
  }

  private async simulate(owner: Actor, scenarios: Portfolio["scenarios"], locale: Locale) {
    const { items } = await this.releases.list(owner);
    for (const { name, releases, months, period } of scenarios)
      await this.scenarios.save(owner, {
        name: name[locale],
        releaseIds: items.filter((one) => releases.includes(one.name.en)).map(({ id }) => id),
        ...{ likelihoods: {}, months, base: startingClock.base, period },
      });
  }

  private async enterRanked(
    owner: Actor,
    reviewers: readonly Actor[],
    candidate: Portfolio["ranked"][number],
    note: Text,
    locale: Locale,
  ): Promise<Planted> {
    const { key: _, citations, trial, reviews, reliance: shares, vectors, ...facts } = candidate;
    const { id } = await this.candidates.enter(owner, noted(facts, note[locale]), {
      stage: "review",
      sample: true,
    });
    await this.cite(owner, id, citations, locale);
    const [first] = reviewers;
    if (trial && first) await this.trials.record(first, id, trial);
    for (const [index, review] of reviews.entries()) {
      const reviewer = reviewers[index];
      if (!reviewer) continue;
      await this.drafts.save(reviewer, id, review, undefined);
      await this.reviews.sign(reviewer, id, undefined);
    }
    return { candidateId: id, shares, vectors };
  }

  /** Each fact of the minutes with its line and its status. */
  private async cite(
    owner: Actor,
    candidateId: string,
    citations: z.infer<typeof Cited>[],
    locale: Locale,
  ) {
    for (const { line, zh, en, status } of citations)
      await this.evidence.add(owner, candidateId, {
        kind: "quote",
        status: status === "opinion" ? "public" : status,
        title: status === "opinion" ? `L${line} · ${opinion[locale]}` : `L${line}`,
        text: `“${zh}”\n\n${en}`,
        url: null,
        on: null,
      });
  }
}

/** What the sample is, after the candidate's own notes. */
const noted = (facts: CandidateInput, note: string): CandidateInput => ({
  ...facts,
  notes: [facts.notes, note].filter(Boolean).join("\n\n"),
});
