import { common } from "./common";
import { problems } from "./problems";
import { ranking } from "./ranking";
import { stages } from "./stages";
import { views } from "./views";
import { vocabulary } from "./vocabulary";

/** The words of the shell and the ranking: the first page waits for no others. */
export const firstPage = { common, problems, ranking, stages, views, vocabulary };
