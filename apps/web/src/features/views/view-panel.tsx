import { atLeast } from "@highwater/shared/team/policy";
import { Button, Divider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./view-control.module.css";
import { EditView, SaveView } from "./view-forms";
import { ViewList } from "./view-list";
import type { PanelProps } from "./view-props";

/** Saves what is on screen; renames, shares and deletes the view that it is. */
export function ViewPanel(props: PanelProps) {
  const { t } = useTranslation("views");
  const [anew, setAnew] = useState(false);
  const { view, views, differs, lists, team, role, onView, onClose } = props;
  const listed = lists && views.length > 0;
  const manages = view !== undefined && (view.mine || atLeast(role, "admin"));
  const edits = manages && !anew;
  const another = view !== undefined && (differs || !view.mine);
  return (
    <>
      {listed && <ViewList team={team} views={views} onOpen={onClose} />}
      {listed && <Divider />}
      {view && !view.mine && <p className={classes.note}>{t("by", { name: view.by.name })}</p>}
      {edits && (
        <EditView
          {...{ view, role, onClose }}
          focused={!listed}
          onDeleted={() => onView(undefined)}
        />
      )}
      {edits && another && (
        <Button variant="subtle" onClick={() => setAnew(true)}>
          {t("saveNew")}
        </Button>
      )}
      {!edits && (another || !view) && <SaveView {...props} focused={anew || !listed} />}
    </>
  );
}
