import {
  IconAdjustmentsHorizontal,
  IconArrowsLeftRight,
  IconChecklist,
  IconFileImport,
  IconFlask,
  IconHistory,
  IconInbox,
  IconLayoutKanban,
  IconListNumbers,
  IconRipple,
  IconSettings,
  IconTable,
  IconUsersGroup,
} from "@tabler/icons-react";

/** The main navigation. `keys` is what one presses, `shown` what the hint says. */
export const destinations = [
  { name: "ranking", to: "/t/$team", icon: IconListNumbers, keys: "g>r", shown: "G R" },
  { name: "queue", to: "/t/$team/queue", icon: IconChecklist, keys: "g>q", shown: "G Q" },
  { name: "inbox", to: "/t/$team/inbox", icon: IconInbox, keys: "g>i", shown: "G I" },
  { name: "board", to: "/t/$team/board", icon: IconLayoutKanban, keys: "g>b", shown: "G B" },
  { name: "pipeline", to: "/t/$team/candidates", icon: IconTable, keys: "g>p", shown: "G P" },
  { name: "rounds", to: "/t/$team/rounds", icon: IconUsersGroup, keys: "g>o", shown: "G O" },
  {
    name: "dissent",
    to: "/t/$team/disagreements",
    icon: IconArrowsLeftRight,
    keys: "g>d",
    shown: "G D",
  },
  { name: "tide", to: "/t/$team/tide", icon: IconRipple, keys: "g>t", shown: "G T" },
  {
    name: "rubric",
    to: "/t/$team/rubric",
    icon: IconAdjustmentsHorizontal,
    keys: "g>u",
    shown: "G U",
  },
  { name: "import", to: "/t/$team/import", icon: IconFileImport, keys: "g>m", shown: "G M" },
  { name: "lab", to: "/t/$team/lab", icon: IconFlask, keys: "g>l", shown: "G L" },
  { name: "activity", to: "/t/$team/activity", icon: IconHistory, keys: "g>a", shown: "G A" },
  { name: "settings", to: "/t/$team/settings", icon: IconSettings, keys: "g>s", shown: "G S" },
] as const;
export type Destination = (typeof destinations)[number];
