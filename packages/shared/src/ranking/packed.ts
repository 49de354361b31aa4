import { z } from "zod";

/** A column of whole numbers of 0 or more: so many bits each, little-endian, in base64. */
export const Packed = z.object({ bits: z.literal([8, 16, 32]), data: z.string() });
export type Packed = z.infer<typeof Packed>;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const codes = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, alphabet.indexOf(String.fromCharCode(code))),
);

/** Base64 without a host's help, so that Node and every browser read it alike. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const length = text.length - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  const codeAt = (at: number) => (at < length ? (codes[text.charCodeAt(at)] ?? 0) : 0);
  for (let at = 0, to = 0; to < bytes.length; at += 4, to += 3) {
    const word =
      (codeAt(at) << 18) | (codeAt(at + 1) << 12) | (codeAt(at + 2) << 6) | codeAt(at + 3);
    bytes[to] = word >> 16;
    bytes[to + 1] = (word >> 8) & 255;
    bytes[to + 2] = word & 255;
  }
  return bytes;
}

export function textOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    pieces.push(
      alphabet.charAt(word >> 18),
      alphabet.charAt((word >> 12) & 63),
      at + 1 < bytes.length ? alphabet.charAt((word >> 6) & 63) : "=",
      at + 2 < bytes.length ? alphabet.charAt(word & 63) : "=",
    );
  }
  return pieces.join("");
}

/** In as few bits as the greatest needs. */
export function packed(numbers: ArrayLike<number>): Packed {
  let most = 0;
  for (let at = 0; at < numbers.length; at += 1) most = Math.max(most, numbers[at] ?? 0);
  const bits = most < 256 ? 8 : most < 65_536 ? 16 : 32;
  const size = bits / 8;
  const bytes = new Uint8Array(numbers.length * size);
  for (let at = 0; at < numbers.length; at += 1)
    for (let byte = 0; byte < size; byte += 1)
      bytes[at * size + byte] = ((numbers[at] ?? 0) >>> (8 * byte)) & 255;
  return { bits, data: textOf(bytes) };
}

export function unpacked({ bits, data }: Packed): Uint32Array {
  const bytes = bytesOf(data);
  const size = bits / 8;
  const numbers = new Uint32Array(bytes.length / size);
  for (let at = 0; at < numbers.length; at += 1)
    for (let byte = 0; byte < size; byte += 1)
      numbers[at] = (numbers[at] ?? 0) + (bytes[at * size + byte] ?? 0) * 2 ** (8 * byte);
  return numbers;
}
