interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  minItems?: number;
  minLength?: number;
}
export interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content?: Record<string, { schema?: Schema }> };
        parameters?: { name: string; in: string; schema: Schema }[];
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

const formats: Record<string, string> = {
  uuid: "7f000000-0000-4000-8000-000000000000",
  email: "somebody@example.test",
  uri: "https://example.test",
  date: "2030-01-01",
  "date-time": "2030-01-01T00:00:00.000Z",
};

/** The least that a schema asks for. */
function least(schema: Schema, document: Document): unknown {
  const named = schema.$ref?.split("/").at(-1);
  if (named) return least(document.components.schemas[named] ?? {}, document);
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (choice) return least(choice, document);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "object")
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [key, least(schema.properties?.[key] ?? {}, document)]),
    );
  if (schema.type === "array")
    return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items ?? {}, document));
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  return formats[schema.format ?? ""] ?? "x".repeat(Math.max(1, schema.minLength ?? 1));
}

/** A body that the contract takes, as the document describes it. */
export function leastBody(document: Document, method: string, path: string): unknown {
  const operation = document.paths[`/api/v1${path}`]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content?.["application/json"]?.schema;
  return schema && least(schema, document);
}

/** A place of a body where an id stands: what names it, and a body with that id in it, else the least there may be. */
interface IdPlace {
  name: string;
  withId(id: string): unknown;
}

function placesIn(schema: Schema, document: Document, name: string): IdPlace[] {
  const named = schema.$ref?.split("/").at(-1);
  if (named) return placesIn(document.components.schemas[named] ?? {}, document, name);
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) => some ?? []);
  if (choices.length > 0) return choices.flatMap((one) => placesIn(one, document, name));
  if (schema.format === "uuid") return [{ name, withId: (id) => id }];
  if (schema.type === "array")
    return placesIn(schema.items ?? {}, document, name).map(({ name: inner, withId }) => ({
      name: inner,
      withId: (id) => [withId(id)],
    }));
  return Object.entries(schema.properties ?? {}).flatMap(([key, held]) =>
    placesIn(held, document, key).map(({ name: inner, withId }) => ({
      name: inner,
      withId: (id) => ({ ...(least(schema, document) as object), [key]: withId(id) }),
    })),
  );
}

export interface Asked {
  method: string;
  path: string;
  place: IdPlace;
}

/** Every place of every body, and every parameter of a query, that takes an id. */
export function idsAsked(document: Document): { bodies: Asked[]; queries: Asked[] } {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...{ path: path.replace("/api/v1", ""), method: method.toUpperCase(), operation },
    })),
  );
  const bodies = operations.flatMap(({ path, method, operation }) => {
    const schema = operation.requestBody?.content?.["application/json"]?.schema ?? {};
    return placesIn(schema, document, "").map((place) => ({ method, path, place }));
  });
  const queries = operations.flatMap(({ path, method, operation }) =>
    (operation.parameters ?? [])
      .filter((one) => one.in === "query" && one.schema.format === "uuid")
      .map(({ name }) => ({ method, path, place: { name, withId: (id: string) => id } })),
  );
  return { bodies, queries };
}
