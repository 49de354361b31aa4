import { useParams } from "@tanstack/react-router";
import { NotificationList } from "../../features/notifications/notification-list";

export function NotificationsPage() {
  const { team } = useParams({ from: "/t/$team" });
  return <NotificationList team={team} />;
}
