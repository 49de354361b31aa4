import type { AssignmentPage } from "@highwater/shared/assignments/contract";
import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Explanation, RankingPage } from "@highwater/shared/ranking/contract";
import type { Team } from "@highwater/shared/team/contract";
import type { Client } from "../../../test/client.js";
import { type House, openHouse } from "../../../test/house.js";
import { begin } from "../../../test/import.js";
import { makeReviewable, review, saveDraft, sign } from "../../../test/make.js";
import { startMeeting } from "../../../test/meeting.js";

/**
 * Non-interference: what hidden reviews say must not reach the blind by any road. So every GET of the
 * API is walked, with every sort, scope, filter and step, before and after a change that is theirs
 * alone, and the answers are compared byte for byte, ETags included.
 */
interface Parameter {
  name: string;
  in: string;
  schema: { enum?: string[] };
}
type Paths = Record<string, { get?: { parameters?: Parameter[] } }>;

let house: House;
let hidden: Candidate;
let addresses: string[];

const secret = "Zanzibar";
beforeAll(async () => {
  house = await openHouse({ sample: true });
  hidden = await makeReviewable(house.owner, {
    name: "Hidden harbour",
    vertical: "writing",
    tags: ["harbour"],
    website: "https://harbour.example",
  });
  await sign(house.second, hidden.id, [5, 5, 5, 5, 0], secret);
  addresses = await everyAddress();
});
afterAll(() => house.close());

/** Plausible values of every parameter that a GET takes. */
const values: Record<string, string[]> = {
  weights: ["1,0,0,0,0", "0,1,0,0,0", "0,0,0,0,1", "20,20,15,20,25"],
  q: ["harbour", secret, "as i see it", "输入"],
  vertical: ["writing"],
  tag: ["harbour"],
  minTotal: Array.from({ length: 11 }, (_, n) => String(n * 10)),
  limit: ["1", "3", "200"],
  archived: ["true"],
  open: ["true"],
  name: ["Hidden harbour"],
  website: ["harbour.example"],
  overdue: ["true", "false"],
  memberId: [],
  candidateId: [],
  except: [],
  cursor: [],
  token: ["x"],
};

async function everyAddress(): Promise<string[]> {
  const { paths } = (await house.viewer.get<{ paths: Paths }>("/api/openapi.json")).body;
  const teams = (await house.viewer.get<{ team: Team }[]>("/teams")).body;
  const ranked = (await house.viewer.get<RankingPage>("/ranking?limit=1")).body.items[0];
  const ids: Record<string, string[]> = {
    candidates: [hidden.id, ranked?.id ?? ""],
    teams: [teams[0]?.team.id ?? ""],
    ...(await makeSubjects(ranked?.id ?? "")),
  };
  return Object.entries(paths).flatMap(([path, { get }]) => {
    // One's own sessions tell when one asked last: asking changes them, and nothing else does.
    if (!get || !path.startsWith("/api/v1") || path === "/api/v1/me/sessions") return [];
    const known = ids[path.split("/")[3] ?? ""] ?? [];
    const at = path.includes("{id}") ? known.map((id) => path.replace("{id}", id)) : [path];
    if (at.length === 0) throw new Error(`The walk has no subject for ${path}.`);
    return at
      .map((address) => address.replace("{eid}", ids["evidence"]?.[0] ?? ""))
      .flatMap((address) => questionsOf(get.parameters ?? []).map((q) => address + q));
  });
}

/** One of everything else that an address may name. */
async function makeSubjects(ranked: string): Promise<Record<string, string[]>> {
  const comment = async (by: Client, id: string, text: string) =>
    (await by.post<{ id: string }>(`/candidates/${id}/comments`, { text })).body.id;
  const link = { kind: "link", url: "https://harbour.example/about", title: "About" };
  const evidence = await house.owner.post<{ id: string }>(
    `/candidates/${hidden.id}/evidence`,
    link,
  );
  const field = await house.owner.post<{ id: string }>("/fields", { name: "Pier", type: "text" });
  const started = await begin(house.owner, "harbours.csv", "name\nHidden harbour\nOpen harbour\n");
  const file = await fetch(`${house.owner.url}/api/v1/files?name=pier.txt`, {
    method: "POST",
    headers: { cookie: house.owner.cookie, "content-type": "application/octet-stream" },
    body: "A pier.",
  });
  const meeting = await startMeeting(house.owner, [hidden.id]);
  return {
    evidence: [evidence.body.id],
    fields: [field.body.id],
    assignments: await assignTo([house.second, house.third, house.reviewer]),
    comments: [
      await comment(house.second, hidden.id, `${secret}, I say.`),
      await comment(house.owner, ranked, "A pier stands here."),
    ],
    imports: [started.id],
    files: [((await file.json()) as { id: string }).id],
    views: await makeViews(),
    rounds: [meeting.id],
  };
}

/** Shared ones, whose counts would move if they knew more than the viewer. */
async function makeViews(): Promise<string[]> {
  const ids: string[] = [];
  const totals = [10, 30, 50, 70, 90].flatMap((least) =>
    ["team", "mine"].map((scope) => `minTotal=${least}&scope=${scope}&weights=0,1,0,0,1`),
  );
  for (const [page, queries] of [
    ["ranking", ["", "tag=harbour", "q=harbour&scope=mine", ...totals]],
    ["pipeline", ["q=Harbour", "stage=review", "stage=discussion", "vertical=writing"]],
  ] as const)
    for (const query of queries) {
      const view = { name: query || "All", page, query, shared: true };
      ids.push((await house.owner.post<{ id: string }>("/views", view)).body.id);
    }
  return ids.slice(0, 2);
}

/** The hidden candidate, asked of some who sign it and some who don't, with a day that is past. */
async function assignTo(members: Client[]): Promise<string[]> {
  const memberIds = members.map(({ memberId }) => memberId);
  Object.assign(values, { memberId: memberIds, candidateId: [hidden.id] });
  await house.owner.post("/assignments", {
    candidateIds: [hidden.id],
    memberIds,
    dueOn: "2020-01-01",
  });
  const { items } = (await house.owner.get<AssignmentPage>("/assignments")).body;
  return items.map(({ id }) => id);
}

/** Each value of each parameter by itself, and again in the other scope. */
function questionsOf(parameters: Parameter[]): string[] {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const alone = query.flatMap(({ name, schema }) =>
    (schema.enum ?? values[name] ?? [`?${name}`]).map(
      (value) => `${name}=${encodeURIComponent(value)}`,
    ),
  );
  const scoped = query.some(({ name }) => name === "scope")
    ? alone.filter((one) => !one.startsWith("scope=")).map((one) => `${one}&scope=mine`)
    : [];
  return ["", ...[...alone, ...scoped].map((one) => `?${one}`)];
}

type Capture = Map<string, string>;

/** Status, ETag and bytes of every address, as this client is answered. */
async function capture(client: Client, walk = addresses): Promise<Capture> {
  const seen: Capture = new Map();
  for (let at = 0; at < walk.length; at += 8)
    await Promise.all(
      walk.slice(at, at + 8).map(async (address) => {
        const { status, etag, text } = await client.get(address);
        expect({ address, fault: status >= 500 }).toEqual({ address, fault: false });
        seen.set(address, `${status} ${etag}\n${text}`);
      }),
    );
  return seen;
}

const differing = (before: Capture, after: Capture, walk = addresses) =>
  walk.filter((address) => before.get(address) !== after.get(address));

/** What an answer says beside how many have signed the hidden candidate. */
function besideCounts(answer: string | undefined): unknown {
  const text = answer?.slice(answer.indexOf("\n") + 1) ?? "";
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === "object" && value !== null && "signed" in value
      ? { ...value, signed: "so many" }
      : value,
  );
}

/** A recusal itself is known to all: an assignment says so, and nobody waits for it any more. */
const besideStepping = (answer: string | undefined): unknown =>
  JSON.parse(JSON.stringify(besideCounts(answer)), (_, value: unknown) =>
    typeof value === "object" && value !== null && "state" in value
      ? { ...value, state: "hidden or recused", overdue: "perhaps" }
      : value,
  );

/** The part of the walk that is about the hidden candidate by name, and the lists as they open. */
const near = () =>
  addresses.filter(
    (address) => address.includes(hidden.id) || /(ranking|mine|queue)$/.test(address),
  );

/** Roles take no part in the rule: the owner is as blind as anybody. */
const blind = ["owner", "reviewer"] as const;

test("the walk goes everywhere", () => {
  expect(addresses.length).toBeGreaterThan(100);
  for (const part of [
    "sort=-overrun",
    "scope=mine",
    "minTotal=90",
    "q=Zanzibar",
    "/explanation",
    "/views",
  ])
    expect(addresses.some((address) => address.includes(part))).toBe(true);
});

describe.each(blind)("the %s", (who) => {
  let before: Capture;
  beforeAll(async () => {
    before = await capture(house[who]);
  });

  test("is told nothing by an amendment of a hidden review", async () => {
    await sign(house.second, hidden.id, who === "owner" ? [0, null, 0, 0, 5] : [4, 5, 4, 5, 1]);
    await sign(house.second, hidden.id, [blind.indexOf(who), 0, 0, 0, 5], `${secret} no more`);
    expect(differing(before, await capture(house[who]))).toEqual([]);
  });

  test("is told nothing by a comment on it, its edit, its thread or its end", async () => {
    const at = `/candidates/${hidden.id}/comments`;
    const text = `${secret}, @[${house[who].name}](member:${house[who].memberId})?`;
    const { status, body } = await house.second.post<{ id: string }>(at, { text });
    expect(status).toBe(201);
    await house.second.post(at, { text: `${secret} indeed`, parentId: body.id });
    expect(differing(before, await capture(house[who], near()), near())).toEqual([]);
    const { etag } = await house.second.get(`/comments/${body.id}`);
    await house.second.patch(`/comments/${body.id}`, { text: secret }, { "if-match": etag });
    await house.second.post(`/comments/${body.id}/resolve`);
    expect((await house.second.delete(`/comments/${body.id}`)).status).toBe(204);
    expect(differing(before, await capture(house[who]))).toEqual([]);
    for (const path of ["", "/versions"])
      expect((await house[who].get(`/comments/${body.id}${path}`)).status).toBe(404);
    expect((await house[who].post(at, { text: "Heard?" })).status).toBe(403);
  });

  test("is told nothing by a draft of another member", async () => {
    await saveDraft(house.third, hidden.id, review([1, 2, 3, 4, 5], `${secret} ${who}`));
    expect(differing(before, await capture(house[who]))).toEqual([]);
  });
});

test("no answer to the blind holds a word of a hidden review, or its author's score", async () => {
  const all = [...(await capture(house.reviewer)).values()].join("\n");
  const unasked = all.split("\n").filter((line) => !line.includes(`q=${secret}`));
  expect(unasked.join("\n")).not.toContain(secret);
});

test("in Team the hidden candidate is absent, its explanation empty", async () => {
  const { items } = (await house.owner.get<RankingPage>("/ranking?limit=200")).body;
  expect(items.length).toBeGreaterThan(10);
  expect(items.map(({ id }) => id)).not.toContain(hidden.id);
  expect((await house.owner.get<Explanation>(`/candidates/${hidden.id}/explanation`)).body).toEqual(
    {
      scope: "team",
      total: null,
      rank: null,
      of: 0,
      coverage: 0,
      reviews: 0,
      parts: [],
      flags: [],
      gates: [],
    },
  );
});

test("in Mine there are one's own marks alone, drafts included", async () => {
  await saveDraft(house.reviewer, hidden.id, { scores: { habit: { score: 3 } } });
  const { items } = (await house.reviewer.get<RankingPage>("/ranking?scope=mine&limit=200")).body;
  expect(items.filter(({ total }) => total !== null)).toMatchObject([
    {
      id: hidden.id,
      rank: 1,
      total: 60,
      coverage: 0.2,
      reviews: 1,
      mine: "draft",
      hidden: true,
      flags: ["incomplete", "draft"],
      criteria: { habit: { mean: 3, n: 1 }, pain: null },
    },
  ]);
  const others = (await house.admin.get<RankingPage>("/ranking?scope=mine&limit=200")).body;
  expect(others.items.every(({ total, rank }) => total === null && rank === null)).toBe(true);
  await house.reviewer.delete(`/candidates/${hidden.id}/reviews/mine`);
});

test("a second hidden signature changes how many have signed, and nothing else", async () => {
  const before = await capture(house.reviewer);
  await sign(house.third, hidden.id, [0, 0, 5, 0, 5], secret);
  const after = await capture(house.reviewer);
  const changed = differing(before, after);
  expect(changed.length).toBeGreaterThan(5);
  for (const address of changed)
    expect(besideCounts(after.get(address))).toEqual(besideCounts(before.get(address)));
  expect(
    changed.filter(
      (address) =>
        !/scope=mine|\/reviews(\/queue)?(\?|$)|\/assignments|\/stages\/board|\/rounds\/[^/]+\/live/.test(
          address,
        ),
    ),
  ).toEqual([]);
});

test("a recusal of a hidden author changes the count back, says that they recused themselves, and nothing else", async () => {
  const before = await capture(house.viewer, near());
  await house.third.post(`/candidates/${hidden.id}/recusal`, {});
  const after = await capture(house.viewer, near());
  expect(differing(before, after)).not.toEqual([]);
  for (const address of differing(before, after))
    expect(besideStepping(after.get(address))).toEqual(besideStepping(before.get(address)));
});

test("whoever has signed sees the change at once: the walk does notice what isn't hidden", async () => {
  await sign(house.admin, hidden.id, [3, 3, 3, 3, 3]);
  const before = await capture(house.admin, near());
  await sign(house.second, hidden.id, [1, 1, 1, 1, 1], secret);
  expect(differing(before, await capture(house.admin, near()))).toContain(
    `/api/v1/candidates/${hidden.id}/reviews`,
  );
});
