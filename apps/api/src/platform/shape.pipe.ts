import { type InputError, Problem } from "@highwater/shared/kernel/problem";
import { type ArgumentMetadata, Injectable, type PipeTransform } from "@nestjs/common";
import { z } from "zod";

const isZod = (schema: unknown): schema is z.ZodType => schema instanceof z.ZodType;

const escaped = (key: PropertyKey) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");
const pointer = (path: readonly PropertyKey[]) =>
  `#${path.map((key) => `/${escaped(key)}`).join("")}`;

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "This property is unknown here. Remove it.";
  return issue.message;
}

function codeOf(issue: z.core.$ZodIssue): string {
  const own = issue.code === "custom" ? issue.params?.code : undefined;
  return typeof own === "string" ? own : issue.code;
}

/** Where each unknown key stands, or where the issue itself does. */
function errorsOf(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): InputError[] {
  const at = [...base, ...issue.path];
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...at, key]) : [at];
  return paths.map((path) => ({
    pointer: pointer(path),
    code: codeOf(issue),
    message: sentence(issue),
  }));
}

/** Validates once, at the door, with the contract of the route. */
@Injectable()
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { schema, type, data }: ArgumentMetadata & { schema?: unknown }) {
    if (!isZod(schema)) return value;
    const result = schema.safeParse(value ?? (type === "body" ? {} : value));
    if (result.success) return result.data;
    const base = type === "param" && typeof data === "string" ? [data] : [];
    const errors = result.error.issues.flatMap((issue) => errorsOf(issue, base)).slice(0, 100);
    const where = { body: "body", query: "query", param: "address", custom: "request" }[type];
    throw new Problem(
      "invalid",
      `The ${where} has ${errors.length === 1 ? "an error" : "errors"}: see errors for where, and what to do.`,
      { errors },
    );
  }
}
