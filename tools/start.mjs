import { requireOnlyOne } from "./setup/only-one.mjs";
import { prepare } from "./setup/prepare.mjs";
import { command } from "./system/command.mjs";
import { requireFreePort } from "./system/port.mjs";
import { serve } from "./system/serve.mjs";

command(
  async (onExit) => {
    // Over a shared database there may be many replicas, from one folder too.
    if (!process.env.DATABASE_URL) requireOnlyOne("start", "Highwater runs", onExit);
    await requireFreePort();
    await prepare("all");
    return serve(onExit);
  },
  { interrupted: 0 },
);
