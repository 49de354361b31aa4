import { z } from "zod";

export const stages = ["inbox", "screening", "review", "discussion", "decided"] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

export const StageMove = z.strictObject({ stage: Stage }).meta({ id: "StageMove" });
export type StageMove = z.infer<typeof StageMove>;
