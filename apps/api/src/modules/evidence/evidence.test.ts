import type { Evidence, EvidenceList, StoredFile } from "@highwater/shared/evidence/contract";
import { maxFileBytes } from "@highwater/shared/evidence/contract";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";
import { Sweep } from "../../platform/sweep.js";

let house: House;
let at: string;
beforeAll(async () => {
  house = await openHouse();
  const { id } = await makeCandidate(house.reviewer);
  at = `/candidates/${id}/evidence`;
});
afterAll(() => house.close());

const png = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de", "hex"),
  Buffer.alloc(3_000_000, 7),
]);
const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(2000, 32)]);

async function sendFile(by: Client, name: string, bytes: Buffer, headers = {}) {
  const answer = await fetch(`${house.url}/api/v1/files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { cookie: by.cookie, "content-type": "application/octet-stream", ...headers },
    body: new Uint8Array(bytes),
  });
  const body = (await answer.json()) as StoredFile & ProblemBody;
  return { status: answer.status, body };
}

const download = (id: string, cookie: string, headers = {}) =>
  fetch(`${house.url}/api/v1/files/${id}`, { headers: { cookie, ...headers } });

const filesKept = async () => {
  const [row] = (await house.sql(
    'select (select count(*) from "File")::int files, (select count(*) from "FilePiece")::int pieces',
  )) as { files: number; pieces: number }[];
  return row;
};

const add = async (input: object, by = house.reviewer) =>
  expectStatus(await by.post<Evidence>(at, input), 201);

test("a link, a quote and a call are added, and everyone may read them", async () => {
  await add({ kind: "link", url: "https://a.example/x" });
  await add({ kind: "quote", text: "“好用”", status: "first-hand", title: "用户 3" });
  const call = { kind: "call", who: "CFO 王", on: "2026-11-01", text: "# Notes\n\n- fine" };
  await add(call);
  const { body } = await house.viewer.get<EvidenceList>(at);
  expect(body.items.map(({ kind, status, who, on }) => [kind, status, who, on])).toEqual([
    ["call", "public", "CFO 王", "2026-11-01"],
    ["quote", "first-hand", null, null],
    ["link", "public", null, null],
  ]);
  expect(body.items[0]).toMatchObject({ text: call.text, by: { id: house.reviewer.memberId } });
  expect((await house.viewer.post(at, call)).status).toBe(403);
});

test.each([
  [{ kind: "link", url: "javascript:alert(1)" }, "#/url"],
  [{ kind: "quote" }, "#/text"],
  [{ kind: "call", who: "A", text: "b" }, "#/on"],
  [{ kind: "file", fileId: crypto.randomUUID() }, "#/fileId"],
  [{ kind: "rumour", text: "x" }, "#/kind"],
  [{ kind: "quote", text: "x", who: "me" }, "#/who"],
])("%j is refused at %s", async (input, pointer) => {
  const { status, body } = await house.reviewer.post<ProblemBody>(at, input);
  expect(status).toBe(422);
  expect(body.errors?.map((error) => error.pointer)).toEqual([pointer]);
});

test("its author or an admin edits and removes it, from what is there", async () => {
  const { id } = await add({ kind: "quote", text: "Before" });
  const { etag } = await house.reviewer.get(`${at}/${id}`);
  const patch = { kind: "quote", text: "After", on: "2026-11-02" };
  const edit = (by: Client, body: object, match = etag) =>
    by.patch<Evidence>(`${at}/${id}`, body, match ? { "if-match": match } : {});
  expect((await edit(house.second, patch)).status).toBe(403);
  expect((await edit(house.reviewer, patch, "")).status).toBe(428);
  expect((await edit(house.reviewer, { kind: "link", text: "After" })).status).toBe(422);
  const edited = await edit(house.reviewer, patch);
  expect(edited.body).toMatchObject({ text: "After", on: "2026-11-02", status: "public" });
  expect((await edit(house.admin, patch)).status).toBe(412);
  expect((await edit(house.admin, { kind: "quote", on: null }, edited.etag)).body.on).toBeNull();
  expect((await house.second.delete(`${at}/${id}`)).status).toBe(403);
  expect((await house.admin.delete(`${at}/${id}`)).status).toBe(204);
  expect((await house.reviewer.get(`${at}/${id}`)).status).toBe(404);
});

test("a file goes by its content, and comes back whole, only to be saved", async () => {
  const sent = await sendFile(house.reviewer, '备忘 "1".pdf', png);
  expect(sent.body).toMatchObject({ type: "image/png", size: png.length });
  const { id } = sent.body;
  expect((await download(id, house.second.cookie)).status).toBe(404);
  await add({ kind: "file", fileId: id, title: "Memo" });
  const answer = await download(id, house.viewer.cookie);
  expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
    "content-disposition": `attachment; filename="__ _1_.pdf"; filename*=UTF-8''%E5%A4%87%E5%BF%98%20%221%22.pdf`,
  });
  const twice = await house.reviewer.post<ProblemBody>(at, { kind: "file", fileId: id });
  expect(twice.body.errors).toMatchObject([{ pointer: "#/fileId" }]);
});

test("what is removed can be brought back by its sender; what stays loose is swept", async () => {
  const { body: file } = await sendFile(house.reviewer, "a.pdf", pdf);
  const { id } = await add({ kind: "file", fileId: file.id });
  await house.reviewer.delete(`${at}/${id}`);
  expect((await house.second.post(at, { kind: "file", fileId: file.id })).status).toBe(422);
  await add({ kind: "file", fileId: file.id });
  const { body: loose } = await sendFile(house.reviewer, "b.pdf", pdf);
  const { body: imported } = await sendFile(house.reviewer, "i.pdf", pdf);
  await house.sql(
    `update "File" set "createdAt" = "createdAt" - interval '2 days', "looseSince" = "looseSince" - interval '2 days'`,
  );
  const { body: fresh } = await sendFile(house.reviewer, "c.pdf", pdf);
  await house.sql(
    `insert into "Import" ("teamId", id, "memberId", "fileId", "fileName", shape)
     select "teamId", gen_random_uuid(), "memberId", id, name, '{}' from "File" where id = $1`,
    [imported.id],
  );
  expect(await house.app.get(Sweep).run()).toBe(1);
  const left = await house.sql(`select id from "File" where id = any($1)`, [
    [loose.id, fresh.id, imported.id],
  ]);
  expect(left.map(({ id }) => id).sort()).toEqual([fresh.id, imported.id].sort());
  await house.sql(`delete from "Import"`);
  expect((await download(loose.id, house.reviewer.cookie)).status).toBe(404);
  expect((await download(file.id, house.viewer.cookie)).status).toBe(200);
});

test.each([
  ["HTML named .pdf", "memo.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"), 415],
  ["SVG named .png", "a.png", Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 415],
  ["26 MB", "big.pdf", Buffer.concat([pdf, Buffer.alloc(maxFileBytes)]), 413],
])("%s is refused and nothing of it is left", async (_, name, bytes, status) => {
  const before = await filesKept();
  const refused = await sendFile(house.reviewer, name, bytes);
  expect(refused.status).toBe(status);
  expect(refused.body.detail.length).toBeGreaterThan(10);
  expect(await filesKept()).toEqual(before);
});

test("another team gets neither evidence nor file", async () => {
  const { body: file } = await sendFile(house.reviewer, "d.pdf", pdf);
  await add({ kind: "file", fileId: file.id });
  const { body: team } = await house.owner.post<{ slug: string }>("/teams", { name: "Elsewhere" });
  const other = { "x-highwater-team": team.slug };
  expect((await house.owner.with(other).get(at)).status).toBe(404);
  expect((await download(file.id, house.owner.cookie, other)).status).toBe(404);
  expect((await house.anonymous.get(`/files/${file.id}`)).status).toBe(401);
});
