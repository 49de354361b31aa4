import { type RankingItem, RankingQuery, scopes } from "@highwater/shared/ranking/contract";
import { presetKeys } from "@highwater/shared/rubrics/contract";
import { type Command, Option } from "commander";
import { PagesService } from "../modules/ranking/pages.service.js";
import { readerOf, run, say, wholeNumber } from "./host.js";
import { tableOf } from "./table.js";

const headings = [
  { name: "rank", right: true },
  { name: "total", right: true },
  { name: "name", most: 36 },
  { name: "stage" },
  { name: "vertical", most: 18 },
  { name: "reviews", right: true },
  { name: "flags", most: 48 },
];

const line = (item: RankingItem) => [
  item.rank === null ? "–" : String(item.rank),
  item.total === null ? "–" : item.total.toFixed(1),
  item.name,
  item.stage,
  item.vertical ?? "",
  String(item.reviews),
  item.flags.join(", "),
];

export const rankCommand = (program: Command) =>
  program
    .command("rank")
    .description("The ranking, as a table or in JSON")
    .addOption(
      new Option("--preset <preset>", "whose weights (default: the rubric's own)").choices(
        presetKeys,
      ),
    )
    .addOption(
      new Option("--scope <scope>", "team: revealed candidates; mine: the reader's own marks")
        .choices(scopes)
        .default("team"),
    )
    .option("--limit <n>", "how many, up to 200", wholeNumber(1, 200), 20)
    .option("--as <email>", "read as this member (default: the owner)")
    .option("--team <slug>", "of which team (default: the first)")
    .option("--json", "answer in JSON, as GET /ranking does")
    .action(({ preset, scope, limit, as, team, json }) =>
      run(async (app) => {
        const query = RankingQuery.parse({ preset, scope, limit });
        const page = await app.get(PagesService).page(await readerOf(app, as, team), query);
        const more = page.count > page.items.length ? ` of ${page.count}` : "";
        const table = tableOf(headings, page.items.map(line));
        say(
          json,
          page,
          `${table}\n\n${page.items.length}${more} candidates, ${page.ranked} ranked.`,
        );
      }),
    );
