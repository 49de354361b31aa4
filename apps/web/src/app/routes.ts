import { root, team } from "./routes/base";
import { entranceRoutes } from "./routes/entrance";
import { houseRoutes } from "./routes/house";
import { labRoutes } from "./routes/lab";
import { pipelineRoutes } from "./routes/pipeline";
import { rankingRoutes } from "./routes/ranking";
import { reviewingRoutes } from "./routes/reviewing";
import { tideRoutes } from "./routes/tide";

export const routeTree = root.addChildren([
  ...entranceRoutes,
  team.addChildren([
    ...rankingRoutes,
    ...pipelineRoutes,
    ...reviewingRoutes,
    ...tideRoutes,
    ...labRoutes,
    ...houseRoutes,
  ]),
]);
