import { activity } from "./activity";
import { assignments } from "./assignments";
import { candidates } from "./candidates";
import { capture } from "./capture";
import { discussion } from "./discussion";
import { evidence } from "./evidence";
import { exchange } from "./exchange";
import { fields } from "./fields";
import { merges } from "./merges";
import { notifications } from "./notifications";
import { pipeline } from "./pipeline";
import { reviews } from "./reviews";
import { rounds } from "./rounds";
import { rubrics } from "./rubrics";
import { screening } from "./screening";
import { team } from "./team";
import { tide } from "./tide";

/** The words of every page behind the first. */
export const catalogue = {
  rounds,
  notifications,
  discussion,
  assignments,
  activity,
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
  tide,
};
