import { createApp } from "./app.js";
import { Config } from "./platform/config.js";
import { Jobs } from "./platform/jobs.js";
import { Log } from "./platform/log.js";
import { Sweep } from "./platform/sweep.js";
import { SetupService } from "./setup/setup.service.js";

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function configOf(environment: NodeJS.ProcessEnv): Config {
  try {
    return new Config(environment);
  } catch (error) {
    refuse(`The settings can't be used:\n${error instanceof Error ? error.message : error}`);
  }
}

const config = configOf(process.env);
const app = await createApp(config);
const setup = app.get(SetupService);

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 9_000).unref();
  await app.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);

try {
  await app.listen(config.port, config.host);
} catch (error) {
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (inUse) refuse(`Port ${config.port} is in use. Stop what uses it, or set another PORT.`);
  throw error;
}
await setup.runHeadless();
app.get(Jobs).start();
app.get(Sweep).start();
const link = await setup.link();
process.stdout.write(`\n  Highwater is ready at ${config.origin}\n`);
if (link) process.stdout.write(`  First run: set it up at ${link}\n`);
process.stdout.write("\n");
app.get(Log).pino.info({ port: config.port }, "ready");
