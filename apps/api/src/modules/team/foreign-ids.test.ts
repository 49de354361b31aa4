import { type Asked, type Document, idsAsked } from "../../../test/bodies.js";
import { founderElsewhere, type Plant, planter } from "../../../test/foreign.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable } from "../../../test/make.js";

/** In bodies and queries too another team's id is answered exactly as an unknown one. Of addresses: roles.test.ts. */
let house: House;
let asked: ReturnType<typeof idsAsked>;
let there: Plant;
let here: Plant;
beforeAll(async () => {
  house = await openHouse();
  asked = idsAsked((await house.anonymous.get<Document>("/api/openapi.json")).body);
  ({ plant: there } = await founderElsewhere(house));
  const [team] = await house.sql(
    `select m."teamId" as id, m.id as "memberId", m."userId" from "Member" m where m.id = $1`,
    [house.owner.memberId],
  );
  const candidate = (await makeReviewable(house.owner)).id;
  const known = new Map([["Candidate", candidate]]);
  here = await planter(house, team as Parameters<typeof planter>[1], known);
});
afterAll(() => house.close());

/** What a property names, where it is not the table's own word. */
const kinds: Record<string, string> = {
  ...{ candidateIds: "candidates", into: "candidates", except: "candidates", order: "items" },
  ...{ memberIds: "members", ownerId: "members", owner: "members", hostId: "members" },
  ...{ from: "members", current: "items", itemIds: "items", parentId: "comments" },
  ...{ import: "imports", evidenceId: "evidence", first: "candidates", second: "candidates" },
};
const kindOf = ({ path, place: { name } }: Asked) =>
  /^ids?$/.test(name) ? (path.split("/")[1] ?? "") : (kinds[name] ?? name.replace(/Id$/, "s"));

/** What else has to be said for the id to be looked at. */
const also: Record<string, () => object> = {
  "POST /assignments candidateIds": () => ({ memberIds: [house.second.memberId] }),
  "POST /assignments memberIds": () => ({ filter: {} }),
  "POST /candidates/bulk ids": () => ({ change: { tags: { add: ["x"] } } }),
};

async function answersTo(one: Asked, where: "body" | "query") {
  const { method, path, place } = one;
  const segments = await Promise.all(
    path.split("/").map((part, at, all) => (part.startsWith("{") ? here(all[at - 1] ?? "") : part)),
  );
  const foreign = await there(kindOf(one));
  const unknown = crypto.randomUUID();
  const ask = async (id: string) => {
    const query = where === "query" ? `?${place.name}=${id}` : "";
    const body = where === "query" ? undefined : place.withId(id);
    const more = also[`${method} ${path} ${place.name}`]?.() ?? {};
    const said = body === undefined ? undefined : { ...(body as object), ...more };
    const match = { "if-match": "*" };
    const answer = await house.owner.send(method, segments.join("/") + query, said, match);
    // What a deed made, and the seed that was drawn by lot, are new each time.
    const text = answer.text
      .replaceAll(id, "ID")
      .replace(/"id":"[0-9a-f-]{36}"/, '"id":"made"')
      .replace(/"seed":\d+/, '"seed":"drawn"');
    return { status: answer.status, text };
  };
  return { unknown: await ask(unknown), foreign: await ask(foreign) };
}

test("every id that a query takes is looked for in one's own team alone", async () => {
  expect(asked.queries.length).toBeGreaterThan(10);
  for (const one of asked.queries) {
    const { foreign, unknown } = await answersTo(one, "query");
    expect({ one, ...foreign }).toEqual({ one, ...unknown });
  }
});

test("so is every id in a body", async () => {
  expect(asked.bodies.length).toBeGreaterThan(20);
  for (const one of asked.bodies) {
    const { foreign, unknown } = await answersTo(one, "body");
    expect({ one, ...foreign }).toEqual({ one, ...unknown });
    expect(foreign.status).toBeLessThan(500);
  }
});
