import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, mineOf, review, sign } from "../../../test/make.js";

let house: House;
let candidate: string;
let revealable: string;
beforeAll(async () => {
  house = await openHouse();
  candidate = (await makeCandidate(house.owner)).id;
  revealable = (await makeReviewable(house.owner)).id;
  await sign(house.third, revealable, [3, 3, 3, 3, 3]);
});
afterAll(() => house.close());

type Door = "anyone" | "signed-in" | "viewer" | "reviewer" | "admin";
const ladder = ["anonymous", "viewer", "reviewer", "admin", "owner"] as const;
const lowest: Record<Door, (typeof ladder)[number]> = {
  anyone: "anonymous",
  "signed-in": "viewer",
  viewer: "viewer",
  reviewer: "reviewer",
  admin: "admin",
};

/** Every route of the product, with the lowest role that its door opens to. */
const doors: [Door, string, string, unknown?][] = [
  ["anyone", "GET", "/setup"],
  ["anyone", "POST", "/setup", {}],
  ["anyone", "GET", "/invitations/preview?token=x"],
  ["anyone", "POST", "/invitations/accept", {}],
  ["signed-in", "GET", "/me"],
  ["signed-in", "GET", "/teams"],
  ["signed-in", "POST", "/teams", {}],
  ["viewer", "GET", "/events"],
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
];

test.each(doors)("only %s and above pass %s %s", async (...[door, method, route, body]) => {
  const path = route.replaceAll("UNKNOWN", crypto.randomUUID()).replace("ID", candidate);
  const headers: Record<string, string> = route.includes("?name=")
    ? { "content-type": "application/octet-stream" }
    : {};
  for (const who of ladder) {
    const { status } = await house[who].send(method, path, body, headers);
    const inside = ladder.indexOf(who) >= ladder.indexOf(lowest[door]);
    const outside = who === "anonymous" ? 401 : 403;
    expect({ who, refused: status === 401 || status === 403 }).toEqual({ who, refused: !inside });
    if (!inside) expect({ who, status }).toEqual({ who, status: outside });
    expect(status).toBeLessThan(500);
  }
});

test("the table names every route that the API documents", async () => {
  const { body } = await house.anonymous.get<{ paths: Record<string, object> }>(
    "/api/openapi.json",
  );
  const documented = Object.entries(body.paths)
    .filter(([path]) => path.startsWith("/api/v1/"))
    .flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`),
    );
  const named = doors.map(([, method, route]) =>
    `${method} ${route.split("?")[0]}`
      .replace(/trials\/UNKNOWN/, "trials/{trialId}")
      .replace(/evidence\/UNKNOWN/, "evidence/{eid}")
      .replace(/items\/UNKNOWN/, "items/{iid}")
      .replace(/rows\/1$/, "rows/{row}")
      .replace(/\/(ID|UNKNOWN)/, "/{id}"),
  );
  expect(named.sort()).toEqual(documented.sort());
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
