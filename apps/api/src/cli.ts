import { Command } from "commander";
import { doctorCommand } from "./cli/doctor.js";
import { exportCommand } from "./cli/export.js";
import { importCommand } from "./cli/import.js";
import { memberCommand } from "./cli/member.js";
import { rankCommand } from "./cli/rank.js";
import { tokenCommand } from "./cli/token.js";

const program = new Command("highwater").description(
  "Highwater's command line, on the host that runs it.",
);

for (const add of [
  importCommand,
  exportCommand,
  rankCommand,
  doctorCommand,
  memberCommand,
  tokenCommand,
])
  add(program);

await program.parseAsync();
