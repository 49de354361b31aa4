import type { Client } from "./client.js";

interface Parameter {
  name: string;
  in: string;
  schema: { enum?: string[]; type?: string };
}
export interface Readable {
  paths: Record<string, { get?: { parameters?: Parameter[] } }>;
}
/** What may stand in an address after a segment: ids of candidates after `candidates`. */
export type Subjects = (segment: string) => Promise<string[]>;
/** Plausible values of the parameters that the document can't list, by name. */
export type Values = Record<string, readonly string[]>;

/**
 * Every GET that the API documents, asked of every subject, with each value of each parameter by itself, and with what
 * orders or widens the answer (sort, scope) against each value of every other. A new route is among them by itself.
 * Exports are asked with one value at a time: they select and sort by the very code of the list, and take long.
 */
export async function everyAddress({ paths }: Readable, subjects: Subjects, values: Values) {
  const addresses: string[] = [];
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get) continue;
    const questions = questionsOf(get.parameters ?? [], values, !path.includes("/exports/"));
    for (const address of await placesOf(path, subjects))
      addresses.push(...questions.map((question) => address + question));
  }
  return addresses;
}

async function placesOf(path: string, subjects: Subjects): Promise<string[]> {
  const segments = path.split("/");
  let places = [""];
  for (const [at, segment] of segments.entries()) {
    const choices = segment.startsWith("{") ? await subjects(segments[at - 1] ?? "") : [segment];
    if (choices.length === 0) throw new Error(`The walk has no subject for ${path}.`);
    places = places.flatMap((place) => choices.map((choice) => (at ? `${place}/${choice}` : "")));
  }
  return places;
}

const turning = ["sort", "scope"];

function questionsOf(parameters: Parameter[], values: Values, whole: boolean): string[] {
  const asked = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, schema }) => ({
      name,
      said: (schema.enum ?? values[name] ?? unknown).map(
        (value) => `${name}=${encodeURIComponent(value)}`,
      ),
    }));
  const crossed = asked.flatMap(({ name, said }, here) =>
    whole && turning.includes(name)
      ? asked.flatMap((other, there) =>
          other.name === name || (turning.includes(other.name) && there < here)
            ? []
            : said.flatMap((one) => other.said.map((two) => `${one}&${two}`)),
        )
      : [],
  );
  return ["", ...[...asked.flatMap(({ said }) => said), ...crossed].map((one) => `?${one}`)];
}

/** Of a parameter that nobody has named values for: one of each kind. */
const unknown = ["true", "false", "1", "2020-01-01", "x"];

/**
 * Everything that an answer says, but for two headers that say nothing of the data: `date` is the clock's, and
 * `x-request-id` is drawn by lot for each request.
 */
export async function observe(client: Client, address: string) {
  const answer = await fetch(`${client.url}${address}`, {
    headers: client.sent,
    signal: AbortSignal.timeout(60_000),
  });
  const type = answer.headers.get("content-type") ?? "";
  if (/event-stream/.test(type)) await answer.body?.cancel();
  const body = answer.bodyUsed ? "" : Buffer.from(await answer.arrayBuffer()).toString("latin1");
  const said = [...answer.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
  const head = said.map((header) => header.join(": ")).join("\n");
  const next = /"nextCursor":"([^"]+)"/.exec(body)?.[1];
  return { status: answer.status, bytes: `${answer.status}\n${head}\n\n${body}`, next };
}
