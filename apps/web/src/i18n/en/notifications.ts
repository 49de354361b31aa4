export const notifications = {
  title: "Notifications",
  none: "Nothing new",
  what: "You are told here when you are asked to review, mentioned, or when something that you reviewed is revealed or decided.",
  unread_one: "{{count}} unread",
  unread_other: "{{count}} unread",
  read: "Mark as read",
  readAll: "Mark all as read",
  queue: "To my queue",
  more: "Show earlier",
  kind: {
    assigned: "Assigned",
    mentioned: "Mention",
    due: "Due",
    revealed: "Revealed",
    decided: "Decided",
    "re-review": "Look again",
  },
};
