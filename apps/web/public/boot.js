// Before the first paint: colour scheme and language. An external file, because of the CSP.
// And no `new Function` for zod, which the CSP refuses.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  globalThis.__zod_globalConfig = { jitless: true };
  const root = document.documentElement;
  const chosen = read("mantine-color-scheme-value");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  const wanted = [read("hw-locale"), ...navigator.languages].find((tag) =>
    /^(zh|en)/.test(tag ?? ""),
  );
  root.lang = wanted?.startsWith("zh") ? "zh-CN" : "en";
})();
