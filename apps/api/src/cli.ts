import { Command } from "commander";
import { memberCommand } from "./cli/member.js";
import { tokenCommand } from "./cli/token.js";

const program = new Command("highwater").description(
  "Highwater's command line, on the host that runs it.",
);

for (const add of [tokenCommand, memberCommand]) add(program);

await program.parseAsync();
