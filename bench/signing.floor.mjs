import { parentPort, workerData } from "node:worker_threads";
import { fastify } from "fastify";
import { Prepared } from "../apps/api/dist/prepared.js";
import { signature } from "./signature.mjs";

/** The same transaction behind a bare Fastify, in a thread of its own. */
const { teamId, databaseUrl } = workerData;
const sign = signature(new Prepared({ databaseUrl }), teamId);

const app = fastify();
app.post("/sign", (request) => sign(request.body.place));
await app.listen({ port: 0, host: "127.0.0.1" });
parentPort?.postMessage(app.server.address().port);
