import { candidates } from "./candidates";
import { common } from "./common";
import { problems } from "./problems";
import { ranking } from "./ranking";
import { reviews } from "./reviews";
import { rubrics } from "./rubrics";
import { stages } from "./stages";
import { team } from "./team";
import { vocabulary } from "./vocabulary";

export const en = {
  candidates,
  common,
  problems,
  ranking,
  reviews,
  rubrics,
  stages,
  team,
  vocabulary,
};
