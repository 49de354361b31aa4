import { CandidateInput, TrialInput } from "@highwater/shared/candidates/contract";
import { Citation, type Locale, Text } from "@highwater/shared/kernel/contract";
import { ReviewInput } from "@highwater/shared/reviews/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { CandidatesService } from "../modules/candidates/candidates.service.js";
import { TrialsService } from "../modules/candidates/trials.service.js";
import { DraftsService } from "../modules/reviews/drafts.service.js";
import { ReviewsService } from "../modules/reviews/reviews.service.js";
import { MembersService } from "../modules/team/members.service.js";
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
    }),
  ),
  waiting: z.array(SampleCandidate.extend({ stage: z.enum(["inbox", "review"]) })),
});
type Portfolio = z.infer<typeof Portfolio>;

const statusWords = {
  opinion: { en: "opinion of a participant", zh: "与会者观点" },
  unconfirmed: { en: "unconfirmed", zh: "未经证实" },
  hearsay: { en: "hearsay", zh: "传闻" },
};

/** The portfolio of the minutes, entered through the services that users use. */
@Injectable()
export class SampleService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly drafts: DraftsService,
    private readonly members: MembersService,
    private readonly reviews: ReviewsService,
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
      await this.candidates.enter(owner, withSources(facts, citations, portfolio.note, locale), {
        stage,
        sample: true,
      });
    }
    for (const candidate of portfolio.ranked)
      await this.enterRanked(owner, reviewers, candidate, portfolio.note, locale);
  }

  private async enterRanked(
    owner: Actor,
    reviewers: readonly Actor[],
    candidate: Portfolio["ranked"][number],
    note: Text,
    locale: Locale,
  ) {
    const { key: _, citations, trial, reviews, ...facts } = candidate;
    const { id } = await this.candidates.enter(owner, withSources(facts, citations, note, locale), {
      stage: "review",
      sample: true,
    });
    const [first] = reviewers;
    if (trial && first) await this.trials.record(first, id, trial);
    for (const [index, review] of reviews.entries()) {
      const reviewer = reviewers[index];
      if (!reviewer) continue;
      await this.drafts.save(reviewer, id, review, undefined);
      await this.reviews.sign(reviewer, id, undefined);
    }
  }
}

/** Each fact of the minutes with its line and its status, after the candidate's own notes. */
function withSources(
  facts: CandidateInput,
  citations: z.infer<typeof Cited>[],
  note: Text,
  locale: Locale,
): CandidateInput {
  const cited = citations.map(
    ({ line, zh, en, status }) => `L${line} (${statusWords[status][locale]}): “${zh}” — ${en}`,
  );
  const notes = [facts.notes, ...cited, note[locale]].filter(Boolean).join("\n\n");
  return { ...facts, notes };
}
