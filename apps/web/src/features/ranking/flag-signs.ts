import type { Flag } from "@highwater/shared/ranking/contract";
import type { GateKey } from "@highwater/shared/rubrics/contract";
import {
  IconArrowsLeftRight,
  IconChecks,
  IconCircleHalf2,
  IconCoinOff,
  IconEyeOff,
  IconHourglass,
  IconPencil,
  IconRipple,
  IconShieldX,
  IconUserX,
  IconZoomExclamation,
} from "@tabler/icons-react";

interface FlagSign {
  icon: typeof IconRipple;
  /** The gate whose rule explains the flag. */
  gate?: GateKey;
  tone?: "split" | "faint" | "good";
}

export const flagSigns: Record<Flag, FlagSign> = {
  "three-traits": { icon: IconChecks, gate: "traits", tone: "good" },
  "traits-fail": { icon: IconZoomExclamation, gate: "traits" },
  submerged: { icon: IconRipple, gate: "submerged" },
  replacement: { icon: IconUserX, gate: "replacement" },
  provisional: { icon: IconHourglass, gate: "evidence", tone: "faint" },
  "not-sellable": { icon: IconCoinOff, gate: "sellable" },
  inadmissible: { icon: IconShieldX, gate: "admissible" },
  disagreement: { icon: IconArrowsLeftRight, gate: "split", tone: "split" },
  incomplete: { icon: IconCircleHalf2, tone: "faint" },
  recused: { icon: IconEyeOff, tone: "faint" },
  draft: { icon: IconPencil, tone: "faint" },
};
