import { chromium } from "@playwright/test";
import pg from "pg";
import { findBrowser } from "../tools/testing/browser.mjs";
import { openHouse, owner } from "./house.mjs";
import { send } from "./load.mjs";
import { seed } from "./portfolio.mjs";

/**
 * The pages over a team of so many candidates, and a browser to look at them.
 * @param {string} name of the team
 * @param {number} size
 */
export async function openPages(name, size) {
  const house = await openHouse({ web: true });
  const client = new pg.Client(process.env.BENCH_ADMIN_URL);
  await client.connect();
  const made = await send(`${house.url}/api/v1/teams`, {
    method: "POST",
    headers: house.headers,
    body: { name },
  });
  if (made.status !== 201) throw new Error(made.text);
  const { rows } = await client.query(`select id, slug from "Team" where name = $1`, [name]);
  await seed(client, rows[0].id, size);
  const executablePath = await findBrowser();
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--disable-background-networking", ...(root ? ["--no-sandbox"] : [])],
  });
  return {
    team: `${house.url}/t/${rows[0].slug}`,
    /** A browser that has never been here, with its owner signed in. */
    async context() {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.request.post(`${house.url}/api/auth/sign-in/email`, {
        data: { email: owner.email, password: owner.password },
        headers: { origin: house.url },
      });
      return context;
    },
    async close() {
      await browser.close();
      await client.end();
      await house.close();
    },
  };
}
