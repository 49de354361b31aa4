import { randomBytes } from "node:crypto";

let drawn = "";
let used = 0;
let last = 0;
let begin = "";
let count = 0;

/** Hexadecimal digits, drawn some thousand in advance. */
function random(digits: number): string {
  if (used + digits > drawn.length) {
    drawn = randomBytes(8192).toString("hex");
    used = 0;
  }
  used += digits;
  return drawn.slice(used - digits, used);
}

/**
 * UUID version 7, each greater than the one before (RFC 9562, 6.2, method 1): what comes in together stands
 * together in the index, in the order of the file.
 */
export function newId(): string {
  const now = Date.now();
  count += 1;
  if (now > last || count === 4096) {
    last = Math.max(now, last + 1);
    count = 0;
    const time = last.toString(16).padStart(12, "0");
    begin = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  }
  const variant = "89ab"[last & 3];
  return `${begin}${count.toString(16).padStart(3, "0")}-${variant}${random(3)}-${random(12)}`;
}
