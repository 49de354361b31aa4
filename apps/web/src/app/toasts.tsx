import { useNotifications } from "@mantine/notifications";
import { lazy, Suspense, useEffect, useState } from "react";

const ToastRack = lazy(async () => ({ default: (await import("./toast-rack")).ToastRack }));

/** The rack is fetched with the first notification: the first page waits for none. */
export function Toasts() {
  const { notifications } = useNotifications();
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    if (notifications.length > 0) setNeeded(true);
  }, [notifications.length]);
  return <Suspense>{needed && <ToastRack />}</Suspense>;
}
