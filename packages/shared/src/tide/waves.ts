import type { Release } from "./contract.js";
import type { Wave } from "./exposure.js";

/** A release as it floats: its old levels frozen where it is published, else those of the catalogue. Errors: none. */
export function waveOf(release: Release, likelihood = release.likelihood): Wave {
  const { id, market, publishedAt } = release;
  const raises = release.raises.map(({ capability, level, old }) => ({
    ...{ capability, level },
    ...(publishedAt === null ? {} : { old }),
  }));
  return { id, market, likelihood, raises };
}
