import { candidates } from "./candidates";
import { capture } from "./capture";
import { common } from "./common";
import { evidence } from "./evidence";
import { exchange } from "./exchange";
import { fields } from "./fields";
import { merges } from "./merges";
import { pipeline } from "./pipeline";
import { problems } from "./problems";
import { ranking } from "./ranking";
import { reviews } from "./reviews";
import { rubrics } from "./rubrics";
import { screening } from "./screening";
import { stages } from "./stages";
import { team } from "./team";
import { views } from "./views";
import { vocabulary } from "./vocabulary";

export const en = {
  candidates,
  capture,
  common,
  evidence,
  exchange,
  fields,
  merges,
  pipeline,
  problems,
  ranking,
  reviews,
  rubrics,
  screening,
  stages,
  team,
  views,
  vocabulary,
};
