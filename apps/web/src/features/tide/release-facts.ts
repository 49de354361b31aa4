import type { Release, ReleasePatch } from "@highwater/shared/tide/contract";

/** A release as its form holds it: an empty likelihood is that of the status. */
export interface Facts {
  name: { en: string; zh: string };
  on: string;
  vector: Release["vector"];
  status: Release["status"];
  likelihood: number | "";
  market: Release["market"];
  raises: { capability: string; level: number }[];
  source: string;
}

export const factsOf = (release: Release | null): Facts => ({
  name: { en: release?.name.en ?? "", zh: release?.name.zh ?? "" },
  on: release?.on ?? "",
  vector: release?.vector ?? "model-maker",
  status: release?.status ?? "announced",
  likelihood: release?.likelihood ?? "",
  market: release?.market ?? "global",
  raises: release?.raises.map(({ capability, level }) => ({ capability, level })) ?? [],
  source: release?.source ?? "",
});

export const inputOf = ({ name, likelihood, source, ...facts }: Facts): ReleasePatch => ({
  ...facts,
  name: { en: name.en.trim() || name.zh, zh: name.zh.trim() || name.en },
  source: source.trim() || null,
  ...(likelihood === "" ? {} : { likelihood }),
});
