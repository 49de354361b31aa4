/** @typedef {NodeJS.WriteStream} Stream */

/**
 * Says what is being done, with the seconds ticking where somebody watches.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {Stream} [stream]
 * @returns {Promise<T>}
 */
export async function step(title, work, stream = process.stdout) {
  if (!stream.isTTY) {
    stream.write(`${title}…\n`);
    return work();
  }
  const started = Date.now();
  const draw = () =>
    stream.write(`\r\x1b[K${title}… ${Math.round((Date.now() - started) / 1000)} s`);
  draw();
  const timer = setInterval(draw, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    draw();
    stream.write("\n");
  }
}
