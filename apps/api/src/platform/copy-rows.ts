const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const pieceBytes = 256 * 1024;
const shortText = 24;

/** Rows in COPY's binary form, which PostgreSQL reads in two thirds of the time that its text form takes. */
export class CopyRows {
  private bytes = Buffer.allocUnsafe(2 * pieceBytes);
  private at = signature.copy(this.bytes);

  /** What is packed so far, once it is worth sending. */
  piece(): Buffer | null {
    return this.at < pieceBytes ? null : this.taken();
  }

  /** The rest; nothing comes after it. */
  end(): Buffer {
    this.bytes.writeInt16BE(-1, this.at);
    this.at += 2;
    return this.taken();
  }

  row(values: number) {
    this.reserve(2);
    this.at = this.bytes.writeInt16BE(values, this.at);
  }

  int(value: number) {
    this.reserve(8);
    this.bytes.writeInt32BE(4, this.at);
    this.at = this.bytes.writeInt32BE(value, this.at + 4);
  }

  uuid(value: string) {
    this.reserve(20);
    this.bytes.writeInt32BE(16, this.at);
    this.at += 4;
    for (
      let from = 0;
      from < 36;
      from += from === 6 || from === 11 || from === 16 || from === 21 ? 3 : 2
    )
      this.bytes[this.at++] = (digit(value, from) << 4) | digit(value, from + 1);
  }

  text(value: string | null) {
    if (value === null) return this.nothing();
    this.reserve(4 + 3 * value.length);
    const begin = this.at;
    this.at += 4;
    this.write(value);
    this.bytes.writeInt32BE(this.at - begin - 4, begin);
  }

  json(value: object | null) {
    if (value === null) return this.nothing();
    const text = JSON.stringify(value);
    this.reserve(5 + 3 * text.length);
    const begin = this.at;
    this.bytes[begin + 4] = 1;
    this.at += 5;
    this.write(text);
    this.bytes.writeInt32BE(this.at - begin - 4, begin);
  }

  private nothing() {
    this.reserve(4);
    this.at = this.bytes.writeInt32BE(-1, this.at);
  }

  /** Short plain texts sign by sign, which is faster than a call into Node. */
  private write(text: string) {
    const begin = this.at;
    if (text.length <= shortText) {
      let at = 0;
      for (; at < text.length; at++) {
        const sign = text.charCodeAt(at);
        if (sign > 127) break;
        this.bytes[this.at++] = sign;
      }
      if (at === text.length) return;
    }
    this.at = begin + this.bytes.write(text, begin);
  }

  private reserve(more: number) {
    if (this.at + more + 2 <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.at + more));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }

  private taken(): Buffer {
    const piece = this.bytes.subarray(0, this.at);
    this.bytes = Buffer.allocUnsafe(2 * pieceBytes);
    this.at = 0;
    return piece;
  }
}

/** The value of a hexadecimal digit in small letters. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}
