/** How sure it is that it was said, and said so. */
export const claimStatuses = ["stated", "unconfirmed", "hearsay"] as const;

/** Others' forecasts lie open to whoever has given their own, and to all once it is decided: nobody leans on anybody. */
export const forecastsOpen = (claim: { mine: number | null; outcome: string | null }): boolean =>
  claim.mine !== null || claim.outcome !== null;

/** A claim that was decided takes no more forecasts. */
export const takesForecasts = (claim: { outcome: string | null }): boolean =>
  claim.outcome === null;

/** Whether a forecast is scored: of what can never be told, nobody was right or wrong. */
export const isScored = (outcome: string | null): outcome is "true" | "false" =>
  outcome === "true" || outcome === "false";
