import type { Role } from "@highwater/shared/team/contract";
import type { CountedView } from "@highwater/shared/views/contract";
import type { Place } from "./use-open-view";

export interface ControlProps extends Place {
  team: string;
  role: Role;
  /** Names in the URL the view that the page stands in from now on. */
  onView: (id: string | undefined) => void;
}

export interface PanelProps extends ControlProps {
  views: readonly CountedView[];
  view: CountedView | undefined;
  /** What is on screen, as a view would keep it. */
  text: string;
  differs: boolean;
  /** Where there is no side bar, the views stand here. */
  lists: boolean;
  onClose: () => void;
}
