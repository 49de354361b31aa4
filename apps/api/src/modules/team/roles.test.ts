import { DiscoveryService, MetadataScanner } from "@nestjs/core";
import { type Document, leastBody } from "../../../test/bodies.js";
import type { Answer, Client } from "../../../test/client.js";
import { founderElsewhere, type Plant } from "../../../test/foreign.js";
import { emailOf, expectStatus, invite, signIn } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, mineOf, review, sign } from "../../../test/make.js";

let house: House;
let document: Document;
let candidate: string;
let revealable: string;
let actors: Record<Who, Client>;
let plant: Plant;
beforeAll(async () => {
  house = await openHouse();
  document = (await house.anonymous.get<Document>("/api/openapi.json")).body;
  candidate = (await makeCandidate(house.owner)).id;
  revealable = (await makeReviewable(house.owner)).id;
  await sign(house.third, revealable, [3, 3, 3, 3, 3]);
  actors = await everybody();
});
afterAll(() => house.close());

type Door = "anyone" | "signed-in" | "viewer" | "reviewer" | "admin";
type Outcome = "in" | 401 | 403 | "no such team";

/** Who passes which door. A token that may only read passes them as its maker does, and only to read. */
const outcomes = {
  anonymous: ["in", 401, 401, 401, 401],
  "expired session": ["in", 401, 401, 401, 401],
  "expired token": [401, 401, 401, 401, 401],
  "revoked token": [401, 401, 401, 401, 401],
  suspended: ["in", "in", 403, 403, 403],
  removed: ["in", "in", "no such team", "no such team", "no such team"],
  "of another team, in this": ["in", "in", "no such team", "no such team", "no such team"],
  "of another team, in their own": ["in", "in", "in", "in", "in"],
  viewer: ["in", "in", "in", 403, 403],
  reviewer: ["in", "in", "in", "in", 403],
  admin: ["in", "in", "in", "in", "in"],
  owner: ["in", "in", "in", "in", "in"],
  "owner's token": ["in", "in", "in", "in", "in"],
  "owner's reading token": ["in", "in", "in", "in", "in"],
} as const satisfies Record<string, readonly Outcome[]>;
type Who = keyof typeof outcomes;
const columns: readonly Door[] = ["anyone", "signed-in", "viewer", "reviewer", "admin"];

/** Of one's account, over which a token has no say. */
const needsSession = /^\/me\/(sessions|password)/;

function expected(who: Who, [door, method, route]: (typeof doors)[number]): Outcome {
  const outcome = outcomes[who][columns.indexOf(door)] ?? 401;
  if (who === "owner's reading token" && method !== "GET") return 403;
  return /^owner's/.test(who) && needsSession.test(route) ? 403 : outcome;
}

function outcomeOf({ status, body }: Answer<unknown>): Outcome {
  if (status === 401 || status === 403) return status;
  const { code } = (body ?? {}) as { code?: string };
  return code === "team.missing" ? "no such team" : "in";
}

const token = async (input: object = {}) =>
  expectStatus(
    await house.owner.post<{ id: string; token: string }>("/tokens", { name: "n", ...input }),
    201,
  );
const bearing = (secret: string) => house.anonymous.with({ authorization: `Bearer ${secret}` });

async function member(name: string): Promise<Client> {
  await invite(house.owner, { role: "owner", name, email: emailOf(name) });
  return signIn(house.url, emailOf(name));
}

async function everybody(): Promise<Record<Who, Client>> {
  const [suspended, removed, late] = [
    await member("idle"),
    await member("gone"),
    await member("late"),
  ];
  await house.owner.patch(`/members/${suspended.memberId}`, { suspended: true });
  await house.owner.delete(`/members/${removed.memberId}`);
  await house.sql(
    `update "Session" set "expiresAt" = now() from "User" u where u.id = "userId" and u.email = $1`,
    [late.email],
  );
  const [whole, reading, expired, revoked] = [
    await token(),
    await token({ readOnly: true }),
    await token(),
    await token(),
  ];
  await house.sql('update "ApiToken" set "expiresAt" = now() where id = $1', [expired.id]);
  await house.owner.delete(`/tokens/${revoked.id}`);
  const { stranger, plant: planted } = await founderElsewhere(house);
  plant = planted;
  return {
    ...{ anonymous: house.anonymous, viewer: house.viewer, reviewer: house.reviewer },
    ...{ admin: house.admin, owner: house.owner, suspended, removed, "expired session": late },
    ...{ "owner's token": bearing(whole.token), "owner's reading token": bearing(reading.token) },
    ...{ "expired token": bearing(expired.token), "revoked token": bearing(revoked.token) },
    "of another team, in this": stranger.with({ "x-highwater-team": "tide-watch" }),
    "of another team, in their own": stranger,
  };
}

/** Every route of the product, with the lowest role that its door opens to. */
const doors: [Door, string, string, unknown?][] = [
  ["anyone", "GET", "/setup"],
  ["anyone", "POST", "/setup", {}],
  ["anyone", "GET", "/invitations/preview?token=x"],
  ["anyone", "POST", "/invitations/accept", {}],
  ["signed-in", "GET", "/me"],
  ["signed-in", "GET", "/teams"],
  ["signed-in", "POST", "/teams", {}],
  ["viewer", "GET", "/activity"],
  ["viewer", "GET", "/candidates/ID/activity"],
  ["viewer", "GET", "/events"],
  ["viewer", "GET", "/stages/board"],
  ["viewer", "GET", "/notifications"],
  ["viewer", "POST", "/notifications/read", {}],
  ["viewer", "GET", "/members"],
  ["viewer", "GET", "/tokens"],
  ["viewer", "POST", "/tokens", {}],
  ["viewer", "DELETE", "/tokens/ID"],
  ["viewer", "GET", "/teams/ID"],
  ["viewer", "GET", "/candidates"],
  ["viewer", "GET", "/candidates/duplicates"],
  ["viewer", "GET", "/candidates/facets"],
  ["viewer", "GET", "/candidates/ID"],
  ["viewer", "GET", "/candidates/ID/trials"],
  ["viewer", "GET", "/candidates/ID/reviews"],
  ["viewer", "GET", "/candidates/ID/explanation"],
  ["viewer", "POST", "/candidates/UNKNOWN/open"],
  ["viewer", "GET", "/candidates/ID/merges"],
  ["viewer", "GET", "/ranking"],
  ["viewer", "GET", "/ranking/board"],
  ["viewer", "GET", "/calibration/leniency"],
  ["viewer", "GET", "/calibration/agreement"],
  ["viewer", "GET", "/preferences/trade-offs"],
  ["viewer", "GET", "/preferences/trade-offs/mine"],
  ["reviewer", "PUT", "/preferences/trade-offs/mine", {}],
  ["viewer", "GET", "/preferences/duels/mine"],
  ["reviewer", "PUT", "/preferences/duels/mine", {}],
  ["viewer", "GET", "/reviews/queue"],
  ["viewer", "GET", "/rubrics"],
  ["viewer", "GET", "/rubrics/active"],
  ["reviewer", "POST", "/candidates", {}],
  ["reviewer", "POST", "/candidates/parse", {}],
  ["reviewer", "POST", "/candidates/capture", {}],
  ["reviewer", "PATCH", "/candidates/ID", {}],
  ["reviewer", "DELETE", "/candidates/UNKNOWN"],
  ["reviewer", "POST", "/candidates/bulk", {}],
  ["reviewer", "POST", "/candidates/bulk/UNKNOWN/undo"],
  ["reviewer", "POST", "/candidates/ID/restore"],
  ["reviewer", "POST", "/candidates/ID/stage", {}],
  ["reviewer", "POST", "/candidates/ID/merge", {}],
  ["reviewer", "POST", "/merges/UNKNOWN/undo"],
  ["reviewer", "POST", "/candidates/ID/trials", {}],
  ["reviewer", "DELETE", "/candidates/ID/trials/UNKNOWN"],
  ["reviewer", "GET", "/candidates/ID/reviews/mine"],
  ["reviewer", "PUT", "/candidates/ID/reviews/mine", {}],
  ["reviewer", "DELETE", "/candidates/ID/reviews/mine"],
  ["reviewer", "POST", "/candidates/ID/reviews/mine/sign"],
  ["reviewer", "POST", "/candidates/UNKNOWN/recusal", {}],
  ["admin", "POST", "/candidates/UNKNOWN/reveal"],
  ["admin", "GET", "/invitations"],
  ["admin", "POST", "/invitations", { role: "god" }],
  ["admin", "DELETE", "/invitations/UNKNOWN"],
  ["admin", "PATCH", "/members/UNKNOWN", {}],
  ["viewer", "DELETE", "/members/UNKNOWN"],
  ["signed-in", "GET", "/me/sessions"],
  ["signed-in", "DELETE", "/me/sessions"],
  ["signed-in", "DELETE", "/me/sessions/UNKNOWN"],
  ["signed-in", "POST", "/me/password", {}],
  ["admin", "PATCH", "/teams/ID", {}],
  ["viewer", "GET", "/candidates/ID/evidence"],
  ["reviewer", "POST", "/candidates/ID/evidence", {}],
  ["viewer", "GET", "/candidates/ID/evidence/UNKNOWN"],
  ["reviewer", "PATCH", "/candidates/ID/evidence/UNKNOWN", {}],
  ["reviewer", "DELETE", "/candidates/UNKNOWN/evidence/UNKNOWN"],
  ["reviewer", "POST", "/files?name=a.pdf", {}],
  ["viewer", "GET", "/files/UNKNOWN"],
  ["viewer", "GET", "/exports/candidates.csv"],
  ["viewer", "GET", "/exports/candidates.xlsx"],
  ["viewer", "GET", "/exports/candidates.json"],
  ["reviewer", "POST", "/imports?name=a.csv", {}],
  ["reviewer", "GET", "/imports"],
  ["reviewer", "GET", "/imports/UNKNOWN"],
  ["reviewer", "PATCH", "/imports/UNKNOWN", {}],
  ["reviewer", "POST", "/imports/UNKNOWN/check", {}],
  ["reviewer", "GET", "/imports/UNKNOWN/rows"],
  ["reviewer", "PATCH", "/imports/UNKNOWN/rows/1", {}],
  ["reviewer", "GET", "/imports/UNKNOWN/errors.csv"],
  ["reviewer", "POST", "/imports/UNKNOWN/commit", {}],
  ["reviewer", "POST", "/imports/UNKNOWN/undo", {}],
  ["reviewer", "POST", "/imports/UNKNOWN/cancel", {}],
  ["viewer", "GET", "/fields"],
  ["admin", "POST", "/fields", {}],
  ["viewer", "GET", "/fields/UNKNOWN"],
  ["admin", "PATCH", "/fields/UNKNOWN", {}],
  ["admin", "DELETE", "/fields/UNKNOWN"],
  ["reviewer", "POST", "/candidates/ID/decision", {}],
  ["reviewer", "DELETE", "/candidates/UNKNOWN/decision"],
  ["viewer", "GET", "/watches"],
  ["viewer", "GET", "/views"],
  ["viewer", "POST", "/views", {}],
  ["viewer", "GET", "/views/UNKNOWN"],
  ["viewer", "PATCH", "/views/UNKNOWN", {}],
  ["viewer", "DELETE", "/views/UNKNOWN"],
  ["reviewer", "PUT", "/candidates/UNKNOWN/set-aside", {}],
  ["reviewer", "DELETE", "/candidates/UNKNOWN/set-aside"],
  ["viewer", "GET", "/assignments"],
  ["viewer", "GET", "/assignments/progress"],
  ["reviewer", "POST", "/assignments", {}],
  ["viewer", "GET", "/assignments/UNKNOWN"],
  ["reviewer", "PATCH", "/assignments/UNKNOWN", {}],
  ["reviewer", "DELETE", "/assignments/UNKNOWN"],
  ["reviewer", "POST", "/assignments/UNKNOWN/undo"],
  ["viewer", "GET", "/candidates/ID/champion"],
  ["reviewer", "POST", "/candidates/UNKNOWN/champion", {}],
  ["reviewer", "DELETE", "/candidates/UNKNOWN/champion"],
  ["viewer", "GET", "/candidates/ID/reviews/history"],
  ["viewer", "GET", "/candidates/ID/comments"],
  ["reviewer", "POST", "/candidates/UNKNOWN/comments", {}],
  ["viewer", "GET", "/comments/UNKNOWN"],
  ["viewer", "GET", "/comments/UNKNOWN/versions"],
  ["reviewer", "PATCH", "/comments/UNKNOWN", {}],
  ["reviewer", "DELETE", "/comments/UNKNOWN"],
  ["reviewer", "POST", "/comments/UNKNOWN/resolve"],
  ["reviewer", "POST", "/comments/UNKNOWN/unresolve"],
  ["viewer", "GET", "/disagreements"],
  ["viewer", "GET", "/candidates/ID/disagreements"],
  ["reviewer", "POST", "/candidates/ID/disagreements/UNKNOWN/settle", {}],
  ["reviewer", "POST", "/candidates/ID/disagreements/UNKNOWN/reopen"],
  ["viewer", "GET", "/candidates/ID/decision"],
  ["viewer", "GET", "/rounds"],
  ["admin", "POST", "/rounds", {}],
  ["viewer", "GET", "/rounds/UNKNOWN"],
  ["reviewer", "PATCH", "/rounds/UNKNOWN", {}],
  ["reviewer", "DELETE", "/rounds/UNKNOWN"],
  ["reviewer", "POST", "/rounds/UNKNOWN/items", {}],
  ["reviewer", "PUT", "/rounds/UNKNOWN/items", {}],
  ["reviewer", "DELETE", "/rounds/UNKNOWN/items/UNKNOWN"],
  ["viewer", "GET", "/rounds/UNKNOWN/memo"],
  ["viewer", "GET", "/rounds/UNKNOWN/live"],
  ["viewer", "POST", "/rounds/UNKNOWN/attend"],
  ["viewer", "DELETE", "/rounds/UNKNOWN/attend"],
  ["reviewer", "POST", "/rounds/UNKNOWN/start"],
  ["reviewer", "POST", "/rounds/UNKNOWN/close"],
  ["admin", "POST", "/rounds/UNKNOWN/host", {}],
  ["reviewer", "POST", "/rounds/UNKNOWN/items/UNKNOWN/open", {}],
  ["reviewer", "POST", "/rounds/UNKNOWN/items/UNKNOWN/reveal", {}],
  ["reviewer", "POST", "/rounds/UNKNOWN/items/UNKNOWN/vote-open", {}],
  ["reviewer", "POST", "/rounds/UNKNOWN/items/UNKNOWN/done", {}],
  ["reviewer", "POST", "/rounds/UNKNOWN/items/UNKNOWN/timer", {}],
  ["reviewer", "PUT", "/rounds/UNKNOWN/items/UNKNOWN/vote", {}],
  ["reviewer", "POST", "/rounds/UNKNOWN/items/UNKNOWN/decision", {}],
  ["viewer", "GET", "/claims"],
  ["reviewer", "POST", "/claims", {}],
  ["admin", "POST", "/claims/start"],
  ["viewer", "GET", "/claims/UNKNOWN"],
  ["admin", "PATCH", "/claims/UNKNOWN", {}],
  ["reviewer", "PUT", "/claims/UNKNOWN/forecast", {}],
  ["viewer", "GET", "/capabilities"],
  ["admin", "POST", "/capabilities", {}],
  ["admin", "POST", "/capabilities/start"],
  ["viewer", "GET", "/capabilities/UNKNOWN"],
  ["admin", "PATCH", "/capabilities/UNKNOWN", {}],
  ["viewer", "GET", "/releases"],
  ["admin", "POST", "/releases", {}],
  ["viewer", "GET", "/releases/UNKNOWN"],
  ["admin", "PATCH", "/releases/UNKNOWN", {}],
  ["admin", "POST", "/releases/UNKNOWN/publish"],
  ["viewer", "GET", "/scenarios"],
  ["reviewer", "POST", "/scenarios", {}],
  ["viewer", "GET", "/scenarios/UNKNOWN"],
  ["reviewer", "PATCH", "/scenarios/UNKNOWN", {}],
  ["reviewer", "DELETE", "/scenarios/UNKNOWN"],
  ["viewer", "GET", "/candidates/ID/reliance"],
  ["reviewer", "PUT", "/candidates/UNKNOWN/reliance", {}],
  ["viewer", "POST", "/tide/projection", {}],
  ["viewer", "GET", "/tide/board"],
  ["viewer", "GET", "/tide/proposed"],
  ["viewer", "GET", "/tide/defences"],
  ["admin", "PUT", "/tide/defences", {}],
  ["reviewer", "POST", "/tide/reliance/confirm", {}],
  ["viewer", "GET", "/tide/re-reviews"],
  ["reviewer", "POST", "/tide/re-reviews/UNKNOWN/unchanged", {}],
];

const headersOf = (route: string): Record<string, string> =>
  route.includes("?name=") ? { "content-type": "application/octet-stream" } : {};

test.each(doors)("%s is the door of %s %s, to everybody of the table", async (...row) => {
  const [, method, route, body] = row;
  const path = route.replaceAll("UNKNOWN", crypto.randomUUID()).replace("ID", candidate);
  for (const who of Object.keys(outcomes) as Who[]) {
    const answer = await actors[who].send(method, path, body, headersOf(route));
    expect({ who, outcome: outcomeOf(answer) }).toEqual({ who, outcome: expected(who, row) });
    expect(answer.status).toBeLessThan(500);
  }
});

/** How the document spells a route of the table. */
const documentedAs = (route: string) =>
  (route.split("?")[0] ?? "")
    .replace(/trials\/UNKNOWN/, "trials/{trialId}")
    .replace(/disagreements\/UNKNOWN/, "disagreements/{did}")
    .replace(/items\/UNKNOWN/, "items/{iid}")
    .replace(/evidence\/UNKNOWN/, "evidence/{eid}")
    .replace(/rows\/1$/, "rows/{row}")
    .replace(/\/(ID|UNKNOWN)/, "/{id}");

/** Bodies whose rules the document can't tell. */
const bodies: Record<string, unknown> = {
  "PATCH /members/{id}": { role: "viewer" },
};

/** What these ask for hangs on the planted thing and isn't there, or is hidden from whoever asks. */
const ofNothing = [
  "GET /candidates/ID/reviews/mine",
  "DELETE /candidates/ID/reviews/mine",
  "POST /candidates/ID/reviews/mine/sign",
  "GET /files/UNKNOWN",
  "PATCH /imports/UNKNOWN",
  "PATCH /imports/UNKNOWN/rows/1",
  "DELETE /candidates/UNKNOWN/set-aside",
  "POST /assignments/UNKNOWN/undo",
  "GET /comments/UNKNOWN",
  "GET /comments/UNKNOWN/versions",
  "PATCH /comments/UNKNOWN",
  "DELETE /comments/UNKNOWN",
  "POST /comments/UNKNOWN/resolve",
  "POST /comments/UNKNOWN/unresolve",
  "POST /candidates/ID/disagreements/UNKNOWN/settle",
  "POST /candidates/ID/disagreements/UNKNOWN/reopen",
  "GET /candidates/ID/decision",
  "POST /tide/re-reviews/UNKNOWN/unchanged",
];

const named = doors.filter(([, , route]) => /\b(ID|UNKNOWN)\b/.test(route));

describe("the id of another team's thing", () => {
  /** The address with one id in the place of one placeholder; the others are this team's, or unknown. */
  const addresses = async (route: string) => {
    const segments = route.split("/");
    const places = segments.flatMap((part, at) => (/^(ID|UNKNOWN)\b/.test(part) ? [at] : []));
    return Promise.all(
      places.map(async (place) => {
        const foreign = await plant(segments[place - 1] ?? "");
        const unknown = crypto.randomUUID();
        const at = (id: string) =>
          segments
            .map((part, here) => (here === place ? part.replace(/^(ID|UNKNOWN)/, id) : part))
            .map((part) => part.replace(/^ID\b/, candidate).replace(/^UNKNOWN/, unknown))
            .join("/");
        return { foreign: at(foreign), unknown: at(unknown) };
      }),
    );
  };
  const bodyOf = (method: string, route: string, body: unknown) =>
    bodies[`${method} ${documentedAs(route)}`] ??
    leastBody(document, method, documentedAs(route)) ??
    body;
  const bare = ({ status, text, headers }: Answer<unknown>) => ({
    status,
    text: text.replace(/"instance":"[^"]*"/, ""),
    type: headers.get("content-type"),
  });
  const ask = (by: Client, method: string, path: string, body: unknown, route: string) =>
    by.send(method, path, body, { "if-match": '"x"', ...headersOf(route) });

  test.each(named)("%s: %s %s answers it exactly as an unknown one", async (...row) => {
    const [, method, route, given] = row;
    const body = bodyOf(method, route, given);
    for (const { foreign, unknown } of await addresses(route)) {
      const [there, nowhere] = [
        await ask(house.owner, method, foreign, body, route),
        await ask(house.owner, method, unknown, body, route),
      ];
      expect(bare(there)).toEqual(bare(nowhere));
      expect({ foreign, status: there.status }).toEqual({ foreign, status: 404 });
    }
  });

  test("is a thing in its own team: there these addresses answer otherwise", async () => {
    const toothless: string[] = [];
    for (const [, method, route, given] of named) {
      const segments = route.split("/");
      const first = segments.findIndex((part) => /^(ID|UNKNOWN)\b/.test(part));
      const ids = await Promise.all(
        segments.map((part, at) =>
          /^(ID|UNKNOWN)\b/.test(part) ? plant(segments[at - 1] ?? "") : part,
        ),
      );
      const path = segments
        .map((part, at) => part.replace(/^(ID|UNKNOWN)/, ids[at] ?? ""))
        .join("/");
      const unknown = segments
        .map((part, at) =>
          part.replace(/^(ID|UNKNOWN)/, at === first ? crypto.randomUUID() : (ids[at] ?? "")),
        )
        .join("/");
      const stranger = actors["of another team, in their own"];
      const body = bodyOf(method, route, given);
      const nowhere = await ask(stranger, method, unknown, body, route);
      const there = await ask(stranger, method, path, body, route);
      if (there.status === nowhere.status) toothless.push(`${method} ${route}: ${there.status}`);
    }
    expect(toothless.sort()).toEqual([...ofNothing].map((route) => `${route}: 404`).sort());
  });
});

test("the table names every route that the API documents", async () => {
  const documented = Object.entries(document.paths)
    .filter(([path]) => path.startsWith("/api/v1/"))
    .flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`),
    );
  const named = doors.map(([, method, route]) => `${method} ${documentedAs(route)}`);
  expect(named.sort()).toEqual(documented.sort());
});

test("the document leaves no route of the product out", () => {
  const inDocument = Object.entries(document.paths)
    .filter(([path]) => path.startsWith("/api/v1/"))
    .flatMap(([, item]) => Object.keys(item));
  const scanner = new MetadataScanner();
  const served = house.app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .filter(({ metatype }) =>
      String(Reflect.getMetadata("path", metatype ?? Object)).startsWith("api/v1"),
    )
    .flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance);
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata("path", prototype[name]));
    });
  expect(served).toHaveLength(inDocument.length);
});

test("a viewer reads all of it and writes none of it", async () => {
  expect((await house.viewer.get(`/candidates/${candidate}`)).status).toBe(200);
  expect(await house.viewer.put(mineOf(revealable), review([3, 3, 3, 3, 3]))).toMatchObject({
    status: 403,
    body: { code: "team.needs_reviewer" },
  });
  expect(await house.reviewer.post(`/candidates/${revealable}/reveal`)).toMatchObject({
    status: 403,
    body: { code: "team.needs_admin" },
  });
});
