import { Notifications } from "@mantine/notifications";

export const ToastRack = () => <Notifications position="bottom-right" limit={3} />;
