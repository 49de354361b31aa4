import type { CheckInput, Import, ImportRows } from "@highwater/shared/exchange/contract";
import type { Client } from "./client.js";
import { expectStatus } from "./furniture.js";

const busy = new Set(["checking", "committing", "undoing"]);

/** Sends a file as the wizard does; whatever comes back. */
export async function upload(by: Client, name: string, bytes: Buffer | string) {
  const answer = await fetch(`${by.url}/api/v1/imports?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { cookie: by.cookie, "content-type": "application/octet-stream" },
    body: typeof bytes === "string" ? bytes : new Uint8Array(bytes),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as Import & { code: string; detail: string },
  };
}

export async function begin(by: Client, name: string, bytes: Buffer | string): Promise<Import> {
  const { status, body } = await upload(by, name, bytes);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Waits until the job at hand has ended. */
export async function settled(by: Client, id: string): Promise<Import> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const { body } = await by.get<Import>(`/imports/${id}`);
    if (!busy.has(body.state)) return body;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error("The import does not come to an end.");
}

export async function check(by: Client, id: string, input: CheckInput): Promise<Import> {
  expectStatus(await by.post(`/imports/${id}/check`, input), 200);
  return settled(by, id);
}

/** From file to checked, by the mapping that was proposed; what has none becomes a team field. */
export async function checked(by: Client, name: string, bytes: Buffer | string): Promise<Import> {
  const { id, shape } = await begin(by, name, bytes);
  const mapping = shape.columns.map(({ proposal, looksLike, header }) =>
    proposal === "skip" ? `new:${looksLike}:${header}` : proposal,
  );
  return check(by, id, { mapping });
}

export async function commit(by: Client, id: string, duplicates = "skip"): Promise<Import> {
  expectStatus(await by.post(`/imports/${id}/commit`, { duplicates }), 200);
  return settled(by, id);
}

export async function undo(by: Client, id: string): Promise<Import> {
  expectStatus(await by.post(`/imports/${id}/undo`), 200);
  return settled(by, id);
}

export const rowsOf = async (by: Client, id: string, outcome: string) =>
  expectStatus(await by.get<ImportRows>(`/imports/${id}/rows?outcome=${outcome}&limit=200`), 200);
