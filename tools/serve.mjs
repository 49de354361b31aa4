import { command } from "./system/command.mjs";
import { Failure } from "./system/failure.mjs";
import { serve } from "./system/serve.mjs";

// What a container runs: as `npm start` does over a database that is given, of what was built into the image.
command(
  async (onExit) => {
    if (!process.env.DATABASE_URL)
      throw new Failure("Set DATABASE_URL to the owner of a PostgreSQL database.");
    return serve(onExit);
  },
  { interrupted: 0 },
);
