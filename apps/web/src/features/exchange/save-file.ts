import { api } from "../../lib/api";

/** A link can't name the team, so the file is fetched and handed to the browser under its own name. */
export async function saveFile(
  path: string,
  name: string,
  query?: Record<string, string | undefined>,
) {
  const url = URL.createObjectURL(await api.blob(path, query ? { query } : {}));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
