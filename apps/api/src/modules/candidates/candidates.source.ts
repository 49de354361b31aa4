import { Prisma } from "../../generated/prisma/client.js";

/** Every word must stand somewhere in the candidate's texts, in any case, in any script and database. */
export function textMatches(q: string | undefined, table: Prisma.Sql): Prisma.Sql {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
  const text = Prisma.sql`lower((concat_ws(' ', ${table}.name, ${table}.thesis, ${table}.problem,
    ${table}.description, ${table}.vertical, ${table}.buyer, ${table}.website, ${table}.notes,
    ${table}.people::text, array_to_string(${table}.tags, ' '))) collate "und-x-icu")`;
  return words.reduce(
    (clause, word) =>
      Prisma.sql`${clause} and strpos(${text}, lower(${word}::text collate "und-x-icu")) > 0`,
    Prisma.sql`true`,
  );
}
