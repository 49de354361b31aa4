import { useCallback, useEffect, useRef, useState } from "react";

/**
 * The selected row. The URL follows after a pause: browsers ration history, and `j` held down
 * would spend it. An echo of our own writing is not obeyed, it may be older than the selection.
 */
export function useSelection(inUrl: string | undefined, write: (id: string) => void) {
  const [selected, setSelected] = useState(inUrl);
  const timer = useRef<number>(undefined);
  const written = useRef(inUrl);
  useEffect(() => {
    if (inUrl === written.current) return;
    written.current = inUrl;
    setSelected(inUrl);
  }, [inUrl]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const select = useCallback(
    (id: string) => {
      setSelected(id);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        written.current = id;
        write(id);
      }, 200);
    },
    [write],
  );
  /** Selects a row whose place in the URL its caller writes: a late echo of ours would undo where one goes next. */
  const mark = useCallback((id: string) => {
    window.clearTimeout(timer.current);
    written.current = id;
    setSelected(id);
  }, []);
  return { selected, select, mark };
}
