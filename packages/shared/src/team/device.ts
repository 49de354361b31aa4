/** The first that fits: browsers name those they descend from as well. */
const browsers = [
  ["WeChat", /MicroMessenger\//],
  ["Edge", /Edg(?:e|A|iOS)?\//],
  ["Opera", /OPR\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /(?:Firefox|FxiOS)\//],
  ["Chrome", /(?:Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /Version\/.* Safari\//],
  ["curl", /^curl\//],
] as const;

const systems = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["HarmonyOS", /OpenHarmony|HarmonyOS/],
  ["Windows", /Windows/],
  ["ChromeOS", /CrOS/],
  ["macOS", /Macintosh|Mac OS X/],
  ["Linux", /Linux|X11/],
] as const;

const first = (names: readonly (readonly [string, RegExp])[], agent: string) =>
  names.find(([, mark]) => mark.test(agent))?.[0] ?? null;

/** A device in words, of what its browser says of itself; null where it says nothing known. */
export const deviceOf = (agent: string | null) => ({
  browser: first(browsers, agent ?? ""),
  system: first(systems, agent ?? ""),
});
