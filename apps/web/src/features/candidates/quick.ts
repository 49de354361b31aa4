/** What one line stands for: an address names itself by its host, everything else is a name. */
export function readQuick(text: string): { name: string; website?: string } | null {
  const typed = text.trim();
  if (typed === "") return null;
  const explicit = /^https?:\/\/\S+$/i.test(typed);
  const bare =
    /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i.test(typed) && /[/]|^www\./i.test(typed);
  if (!explicit && !bare) return { name: typed.slice(0, 200) };
  try {
    const url = new URL(explicit ? typed : `https://${typed}`);
    return { name: nameOf(url), website: url.href };
  } catch {
    return { name: typed.slice(0, 200) };
  }
}

/** github.com/acme/tool → tool; www.jasper.ai/pricing → jasper.ai. */
function nameOf(url: URL): string {
  const host = url.hostname.replace(/^www\./, "");
  const last = url.pathname.split("/").filter(Boolean).at(-1);
  const shared = /^(?:github|gitlab|gitee|bitbucket|huggingface|producthunt)\./.test(host);
  return shared && last ? decodeURIComponent(last) : host;
}
