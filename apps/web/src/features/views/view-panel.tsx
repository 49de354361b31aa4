import { atLeast } from "@highwater/shared/team/policy";
import type { CountedView } from "@highwater/shared/views/contract";
import { Button, Divider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ControlProps } from "./view-control";
import classes from "./view-control.module.css";
import { EditView, SaveView } from "./view-forms";
import { ViewList } from "./view-list";

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

/** Saves what is on screen; renames, shares and deletes the view that it is. */
export function ViewPanel(props: PanelProps) {
  const { t } = useTranslation("views");
  const [anew, setAnew] = useState(false);
  const { view, views, differs, lists, team, role, onClose } = props;
  const listed = lists && views.length > 0;
  const manages = view !== undefined && (view.mine || atLeast(role, "admin"));
  const edits = manages && !anew;
  const another = view !== undefined && (differs || !view.mine);
  return (
    <>
      {listed && <ViewList team={team} views={views} onOpen={onClose} />}
      {listed && <Divider />}
      {view && !view.mine && <p className={classes.note}>{t("by", { name: view.by.name })}</p>}
      {edits && <EditView {...props} view={view} focused={!listed} />}
      {edits && another && (
        <Button variant="subtle" onClick={() => setAnew(true)}>
          {t("saveNew")}
        </Button>
      )}
      {!edits && (another || !view) && <SaveView {...props} focused={anew || !listed} />}
    </>
  );
}
