import { activity } from "./activity";
import { assignments } from "./assignments";
import { candidates } from "./candidates";
import { capture } from "./capture";
import { changes } from "./changes";
import { compare } from "./compare";
import { discussion } from "./discussion";
import { evidence } from "./evidence";
import { exchange } from "./exchange";
import { fields } from "./fields";
import { lab } from "./lab";
import { matrix } from "./matrix";
import { merges } from "./merges";
import { notifications } from "./notifications";
import { overview } from "./overview";
import { pipeline } from "./pipeline";
import { reviews } from "./reviews";
import { rounds } from "./rounds";
import { rubrics } from "./rubrics";
import { screening } from "./screening";
import { studio } from "./studio";
import { team } from "./team";
import { tide } from "./tide";

/** The words of every page behind the first. */
export const catalogue = {
  changes,
  compare,
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
  lab,
  matrix,
  merges,
  overview,
  pipeline,
  reviews,
  rubrics,
  screening,
  studio,
  team,
  tide,
};
