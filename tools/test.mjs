import { requireOnlyOne } from "./setup/only-one.mjs";
import { prepare } from "./setup/prepare.mjs";
import { command } from "./system/command.mjs";
import { Failure } from "./system/failure.mjs";
import { inRoot } from "./system/project.mjs";

/** @typedef {import("./testing/suites.mjs").Run} Run */

/** `npm test`, `npm test -- unit`, `npm test -- browser`, or any pattern of Jest. */
const [first, ...rest] = process.argv.slice(2);
const wanted = {
  jest: first !== "browser",
  playwright: first === undefined || first === "browser",
};
const args =
  first === undefined || first === "unit" || first === "browser" ? rest : [first, ...rest];

/**
 * What the tests are told. Each worker makes its own database with `create database … template …` on ADMIN_URL, named
 * `<TEMPLATE>_<anything>` so that leftovers are found, and enters it as the role highwater_api with API_PASSWORD.
 * @param {import("./system/command.mjs").OnExit} onExit
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function testEnvironment(onExit) {
  const { startScratchPostgres } = await import("./database/scratch.mjs");
  const { makeTemplate, template } = await import("./testing/template.mjs");
  const { adminUrl, passwords } = await startScratchPostgres(onExit);
  await makeTemplate(adminUrl, passwords);
  const deployment = ["DATABASE_URL", "DATABASE_API_URL", "PORT", "HOST", "BASE_URL", "LOG_LEVEL"];
  const kept = Object.entries(process.env).filter(
    ([name]) => !deployment.includes(name) && !name.startsWith("HIGHWATER_"),
  );
  return {
    ...Object.fromEntries(kept),
    HIGHWATER_TEST_ADMIN_URL: adminUrl,
    HIGHWATER_TEST_TEMPLATE: template,
    HIGHWATER_TEST_API_PASSWORD: passwords.api,
    HIGHWATER_WEB_ROOT: inRoot("apps", "web", "dist"),
  };
}

/** @param {Run} run */
async function browserTests(run) {
  const { findBrowser } = await import("./testing/browser.mjs");
  const { playwright } = await import("./testing/suites.mjs");
  try {
    return await playwright({ ...run, env: { ...run.env, CHROME_PATH: await findBrowser() } });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** @param {import("./system/command.mjs").OnExit} onExit */
async function testAll(onExit) {
  requireOnlyOne("test", "The tests run", onExit);
  await prepare(wanted.playwright ? "all" : "api");
  const env = await testEnvironment(onExit);
  const { jest } = await import("./testing/suites.mjs");
  const counts = [];
  if (wanted.jest) counts.push(await jest({ args, env, onExit }));
  if (wanted.playwright) counts.push(await browserTests({ args, env, onExit }));
  return counts;
}

command(async (onExit) => {
  const counts = await testAll(onExit).catch((error) => {
    console.error(error instanceof Failure ? error.message : error);
    return [{ passed: 0, failed: 1 }];
  });
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0 ? 0 : 1;
});
