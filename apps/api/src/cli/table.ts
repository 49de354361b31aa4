const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns of a terminal a sign takes: Chinese ones take two. */
const widthOfSign = (sign: string) => (unseen.test(sign) ? 0 : wide.test(sign) ? 2 : 1);
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + widthOfSign(sign), 0);

function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let kept = "";
  let width = 1;
  for (const sign of text) {
    width += widthOfSign(sign);
    if (width > most) break;
    kept += sign;
  }
  return `${kept}…`;
}

interface Heading {
  name: string;
  most?: number;
  right?: boolean;
}

/** Rows under headings, each column as wide as it must be. */
export function tableOf(headings: readonly Heading[], rows: readonly string[][]): string {
  const all = [headings.map(({ name }) => name), ...rows].map((row) =>
    row.map((text, at) => cut(text, headings[at]?.most ?? 40)),
  );
  const widths = headings.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ""))));
  const padded = (text: string, at: number) => {
    const space = " ".repeat((widths[at] ?? 0) - widthOf(text));
    return headings[at]?.right ? space + text : text + space;
  };
  return all.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}
