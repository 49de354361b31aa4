import { CandidateQuery } from "@highwater/shared/candidates/contract";
import { z } from "zod";

const { q, vertical, tag } = CandidateQuery.shape;

export const InboxSearch = z.object({
  q: q.catch(undefined),
  vertical: vertical.catch(undefined),
  tag: tag.catch(undefined),
  sel: z.string().max(64).optional().catch(undefined),
});
export type InboxSearch = z.infer<typeof InboxSearch>;
