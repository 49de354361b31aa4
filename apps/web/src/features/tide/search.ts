import { Scope } from "@highwater/shared/ranking/contract";
import { z } from "zod";

const list = z
  .string()
  .max(8000)
  .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/)
  .optional()
  .catch(undefined);

/** The whole simulation in the address: what is left out is the default. */
export const TideSearch = z.object({
  scope: Scope.optional().catch(undefined),
  /** Releases by id. */
  releases: list,
  /** Likelihoods that differ from the release's own: `id:0.4,id:1`. */
  likelihoods: z
    .string()
    .max(8000)
    .regex(/^[0-9a-f-]{36}:[01](\.\d+)?(,[0-9a-f-]{36}:[01](\.\d+)?)*$/)
    .optional()
    .catch(undefined),
  months: z.coerce.number().min(0).max(120).optional().catch(undefined),
  /** After how many months the headroom has halved. */
  period: z.coerce.number().min(1).max(240).optional().catch(undefined),
  /** The scenario that it is compared with. */
  vs: z.uuid().optional().catch(undefined),
  table: z.literal("1").optional().catch(undefined),
});
export type TideSearch = z.infer<typeof TideSearch>;

/** What is simulated. */
export interface Question {
  releaseIds: string[];
  likelihoods: Record<string, number>;
  months: number;
  base: number;
  period: number;
}

export function questionOf({ releases, likelihoods, months, period }: TideSearch): Question {
  const said = likelihoods?.split(",").map((pair) => pair.split(":")) ?? [];
  return {
    releaseIds: releases?.split(",") ?? [],
    likelihoods: Object.fromEntries(said.map(([id = "", p]) => [id, Math.min(1, Number(p))])),
    months: months ?? 0,
    base: 2,
    period: period ?? 18,
  };
}

/** The same as an address says it. */
export const addressOf = ({
  releaseIds,
  likelihoods,
  months,
  period,
}: Question): Partial<TideSearch> => ({
  releases: releaseIds.join(",") || undefined,
  likelihoods:
    Object.entries(likelihoods)
      .filter(([id]) => releaseIds.includes(id))
      .map(([id, p]) => `${id}:${p}`)
      .join(",") || undefined,
  months: months || undefined,
  period: period === 18 ? undefined : period,
});
