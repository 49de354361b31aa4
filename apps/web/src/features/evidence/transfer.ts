import { StoredFile } from "@highwater/shared/evidence/contract";
import { currentTeam } from "../../lib/api";
import { offline, problemOf, unreadable } from "../../lib/api-problem";

/** Sends a file as it is; by XMLHttpRequest, since `fetch` tells nothing of its progress. */
export function sendFile(file: File, onShare: (share: number) => void): Promise<StoredFile> {
  const path = `/api/v1/files?name=${encodeURIComponent(file.name)}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-highwater-team", currentTeam() ?? "");
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(offline(path));
    request.onload = async () => {
      const answer = new Response(request.responseText, { status: request.status });
      if (!answer.ok) return reject(await problemOf(answer, path));
      const parsed = StoredFile.safeParse(await answer.json().catch(() => undefined));
      return parsed.success ? resolve(parsed.data) : reject(unreadable(path));
    };
    request.send(file);
  });
}

/** Saves a file. A plain link couldn't name the team. */
export async function saveFile({ id, name }: StoredFile) {
  const path = `/api/v1/files/${id}`;
  const answer = await fetch(path, { headers: { "x-highwater-team": currentTeam() ?? "" } }).catch(
    () => {
      throw offline(path);
    },
  );
  if (!answer.ok) throw await problemOf(answer, path);
  const address = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
