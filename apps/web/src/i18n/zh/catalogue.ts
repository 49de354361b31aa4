import { candidates } from "./candidates";
import { capture } from "./capture";
import { evidence } from "./evidence";
import { exchange } from "./exchange";
import { fields } from "./fields";
import { merges } from "./merges";
import { pipeline } from "./pipeline";
import { reviews } from "./reviews";
import { rubrics } from "./rubrics";
import { screening } from "./screening";
import { team } from "./team";

/** The words of every page behind the first. */
export const catalogue = {
  candidates,
  capture,
  evidence,
  exchange,
  fields,
  merges,
  pipeline,
  reviews,
  rubrics,
  screening,
  team,
};
