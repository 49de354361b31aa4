import { connect, createServer } from "node:net";
import { Failure } from "./failure.mjs";

/** Refuses, before any other work, a port which the API could not open. */
export async function requireFreePort() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Failure(
      `PORT is "${text}", which is no port: set it to a number between 1 and 65535.`,
    );
  if (port === 0) return;
  const host = process.env.HOST || "127.0.0.1";
  const code = (await answers(port)) ? "EADDRINUSE" : await refusal(port, host);
  if (code === "EADDRINUSE")
    throw new Failure(
      `Port ${port} is in use by another program: stop it, or choose another port with a line like PORT=${port + 1} in the file .env (on macOS and Linux also: PORT=${port + 1} npm start).`,
    );
  if (code === "EACCES")
    throw new Failure(
      `This user may not open port ${port}: choose one above 1023 with a line like PORT=3000 in the file .env.`,
    );
  if (code)
    throw new Failure(
      `Highwater cannot listen on ${host}, port ${port} (${code}): correct HOST and PORT in the file .env.`,
    );
}

/**
 * Some systems let two programs listen on one port, on different addresses: ask whether somebody answers.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 1000 });
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on("connect", () => end(true))
      .on("error", () => end(false))
      .on("timeout", () => end(false));
  });

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>}
 */
const refusal = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) =>
      resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message),
    );
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
