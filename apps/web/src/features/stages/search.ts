import { z } from "zod";

const text = z.string().max(200).optional().catch(undefined);

/** The pile that is screened. */
export const ScreenSearch = z.object({
  stage: z.enum(["inbox", "screening"]).optional().catch(undefined),
  q: text,
  vertical: text,
  tag: text,
});
export type ScreenSearch = z.infer<typeof ScreenSearch>;

/** What the board shows, as its URL says. */
export const BoardSearch = z.object({ q: text, vertical: text, tag: text, owner: text });
export type BoardSearch = z.infer<typeof BoardSearch>;
