import { useEffect, useEffectEvent, useState } from "react";

const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes the first file that is dropped anywhere on the page. True while one hangs over it. */
export function useDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
  useEffect(() => {
    const within = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const away = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const down = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      drop(event);
    };
    window.addEventListener("dragover", within);
    window.addEventListener("dragleave", away);
    window.addEventListener("drop", down);
    return () => {
      window.removeEventListener("dragover", within);
      window.removeEventListener("dragleave", away);
      window.removeEventListener("drop", down);
    };
  }, []);
  return over;
}
