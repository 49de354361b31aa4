import { z } from "zod";
import { Id } from "../kernel/contract.js";

const Offer = z.strictObject({
  criterion: z.string().min(1).max(60),
  steps: z.int().min(1).max(4),
});
const Choice = z.enum(["first", "second", "equal"]);

export const TradeOffAnswer = z
  .strictObject({ first: Offer, second: Offer, choice: Choice })
  .refine(({ first, second }) => first.criterion !== second.criterion, {
    path: ["second", "criterion"],
    error: "A trade-off is between two criteria: name another one.",
  });

/** One's own answers, in the order in which they were given. */
export const TradeOffAnswers = z
  .strictObject({ answers: z.array(TradeOffAnswer).max(40) })
  .meta({ id: "TradeOffAnswers" });
export type TradeOffAnswers = z.infer<typeof TradeOffAnswers>;

/** The weights of everyone who has answered enough; of nobody, until one has answered enough oneself. */
export const TradeOffGroup = z
  .object({
    /** Whether one's own answers are enough, and how many members' are. */
    finished: z.boolean(),
    count: z.int(),
    criteria: z.array(z.string()),
    /** In the order of `criteria`, whole shares of 100. */
    members: z.array(z.object({ id: Id, name: z.string(), weights: z.array(z.int()) })),
  })
  .meta({ id: "TradeOffGroup" });
export type TradeOffGroup = z.infer<typeof TradeOffGroup>;

export const DuelAnswer = z
  .strictObject({ first: Id, second: Id, choice: Choice })
  .refine(({ first, second }) => first !== second, {
    path: ["second"],
    error: "A duel is between two candidates: name another one.",
  });

/** One's own duels. */
export const DuelAnswers = z
  .strictObject({ answers: z.array(DuelAnswer).max(400) })
  .meta({ id: "DuelAnswers" });
export type DuelAnswers = z.infer<typeof DuelAnswers>;
