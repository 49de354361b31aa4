import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `prisma generate` wants an address though it opens none; every other command needs the real one.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost/highwater" },
});
