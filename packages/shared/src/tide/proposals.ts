import type { knownVerticals, modelStrategies } from "../candidates/contract.js";
import type { Moat } from "./defence.js";
import type { Relied } from "./exposure.js";

type Vertical = (typeof knownVerticals)[number];
type Strategy = (typeof modelStrategies)[number];
type Shares = Readonly<Record<string, number>>;

/** What a vertical leans on before anything else is known. Source: docs/tide.md, "Proposals" (minutes L35, L300, L408-412). */
const byVertical: Readonly<Record<Vertical, Shares>> = {
  service: { understanding: 0.3, "text-generation": 0.2, "private-grounding": 0.2 },
  writing: { "text-generation": 0.6, summarising: 0.15, understanding: 0.05 },
  companionship: { empathy: 0.4, "text-generation": 0.15, memory: 0.15 },
  counselling: { empathy: 0.4, understanding: 0.2, memory: 0.1 },
  "employee-service": { "private-grounding": 0.35, understanding: 0.2, summarising: 0.15 },
  seo: { "text-generation": 0.6, "fresh-knowledge": 0.2 },
  "input-method": { "text-generation": 0.4, understanding: 0.25 },
  teaching: { "exam-knowledge": 0.3, understanding: 0.2, empathy: 0.15 },
  legal: { understanding: 0.25, factuality: 0.25, "text-generation": 0.2 },
  hr: { understanding: 0.3, summarising: 0.2, diligence: 0.1 },
  biotech: { factuality: 0.2, reasoning: 0.2, "text-search": 0.1 },
  elderly: { understanding: 0.2, action: 0.2 },
  games: { "text-generation": 0.3, empathy: 0.2, memory: 0.15 },
  code: { "code-modules": 0.5, "code-architecture": 0.1, reasoning: 0.1 },
  design: { "image-generation": 0.5, "image-prompts": 0.15 },
  knowledge: { summarising: 0.35, "text-search": 0.2, "fresh-knowledge": 0.2 },
  commerce: { "text-search": 0.3, understanding: 0.2 },
  tooling: { "tool-connection": 0.5, "context-length": 0.15, memory: 0.1 },
  energy: { reasoning: 0.2, "private-deployment": 0.2 },
  finance: { understanding: 0.2, "private-deployment": 0.2, factuality: 0.1 },
  video: { summarising: 0.4, video: 0.3 },
  other: { understanding: 0.2, "text-generation": 0.2 },
};

/** How much of it leans on the models of others. Source: docs/tide.md, "Proposals" (minutes L351, L520-530). */
const byStrategy: Readonly<Record<Strategy, number>> = {
  api: 1,
  "fine-tune": 0.8,
  cascade: 0.8,
  "public-private": 0.7,
  own: 0.6,
};

/** Worth that lies outside any model (minutes L35), and the moat that is the lack of a capability (L554). */
const outside: readonly Moat[] = ["heavy-operations", "network", "licence"];
const lacking = { moat: "private-deployment", share: 0.3 } as const;

export interface Known {
  vertical: string | null;
  modelStrategy: string | null;
  moats: readonly Moat[];
}

const isVertical = (name: string | null): name is Vertical =>
  name !== null && Object.hasOwn(byVertical, name);
const isStrategy = (name: string | null): name is Strategy =>
  name !== null && Object.hasOwn(byStrategy, name);

/**
 * What a candidate is proposed to rely on: a guess for somebody to confirm.
 *
 *   share_c = vertical_c · strategy · (½ with heavy operations, network or licence, else 1)
 *   private deployment as moat: at least .3 on the capability of that name, the others leave room for it
 *
 * Units: shares 0-1 to hundredths, their sum at most 1. A vertical of the team's own counts as "other", an
 * unknown strategy as API. Only capabilities of the catalogue are proposed. Errors: none.
 * Source: docs/tide.md, "Proposals".
 */
export function proposedReliance(
  { vertical, modelStrategy, moats }: Known,
  catalogue: ReadonlySet<string>,
): Relied[] {
  const leaning =
    (isStrategy(modelStrategy) ? byStrategy[modelStrategy] : 1) *
    (moats.some((moat) => outside.includes(moat)) ? 0.5 : 1);
  const shares = new Map(
    Object.entries(byVertical[isVertical(vertical) ? vertical : "other"]).map(
      ([capability, share]) => [capability, share * leaning],
    ),
  );
  if (moats.includes(lacking.moat)) {
    for (const [capability, share] of shares) shares.set(capability, share * (1 - lacking.share));
    const already = shares.get(lacking.moat) ?? 0;
    shares.set(lacking.moat, Math.max(already, lacking.share));
  }
  return [...shares]
    .filter(([capability]) => catalogue.has(capability))
    .map(([capability, share]) => ({
      capability,
      share: Math.round(share * 100) / 100,
      confirmed: false,
    }));
}
