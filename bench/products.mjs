const starts = [
  "Quill",
  "Nimbus",
  "Otter",
  "Fjord",
  "Sable",
  "Lumen",
  "Harbor",
  "Vertex",
  "Maple",
  "Echo",
  "Tidal",
  "Raven",
];
const ends = [
  "Writer",
  "Desk",
  "Agent",
  "Studio",
  "Notes",
  "Coach",
  "Tutor",
  "Search",
  "Lens",
  "Board",
  "Pilot",
  "Flow",
];
const sections = ["Text", "Image", "Audio", "Video", "Code", "对话", "搜索", "办公"];

/**
 * A list of made-up products, the same on every run: bilingual, quoted where it must be.
 * @param {number} rows
 * @param {number} [from] where the count begins, for a list of others
 */
export function productsCsv(rows, from = 0) {
  const lines = ["section,subsection,name,url,description"];
  for (let at = from; at < from + rows; at++) {
    const name = `${starts[at % 12]} ${ends[Math.floor(at / 12) % 12]} ${at.toString(36)}`;
    const section = sections[at % sections.length];
    lines.push(
      `${section},"${section}, ${at % 40}",${name},https://${name.toLowerCase().replaceAll(" ", "-")}.example,"Helps teams of ${at % 900} people to write, read and answer; 帮助团队写作与检索 ""${at}"""`,
    );
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}
