import type { Rubric } from "@highwater/shared/rubrics/contract";
import { Button, Group, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { UserText, useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import classes from "./conflict-dialog.module.css";
import type { Saved } from "./draft-state";
import { markOf, type Sheet, sheetOf } from "./sheet";
import { stamp } from "./words";

interface ConflictDialogProps {
  rubric: Rubric;
  here: Sheet;
  theirs: Saved;
  onKeep: () => void;
  onTake: () => void;
}

function Words({ text }: { text: string }) {
  const { t } = useTranslation("reviews");
  return text.trim() === "" ? (
    <span className={classes.none}>{t("conflict.none")}</span>
  ) : (
    <UserText className={classes.words}>{text}</UserText>
  );
}

function Differences({ rubric, here, there }: { rubric: Rubric; here: Sheet; there: Sheet }) {
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const changed = rubric.criteria.filter(({ key }) => {
    const [a, b] = [markOf(here, key), markOf(there, key)];
    return a.score !== b.score || a.reason !== b.reason;
  });
  return (
    <tbody>
      {changed.map(({ key, name, inverted }) => (
        <tr key={key}>
          <th scope="row">{localized(name)}</th>
          {[here, there].map((sheet) => (
            <td key={sheet === here ? "here" : "there"}>
              <ScoreCell
                name={localized(name)}
                value={markOf(sheet, key).score}
                inverted={inverted}
              />{" "}
              <Words text={markOf(sheet, key).reason} />
            </td>
          ))}
        </tr>
      ))}
      {here.summary !== there.summary && (
        <tr>
          <th scope="row">{t("form.summary")}</th>
          <td>
            <Words text={here.summary} />
          </td>
          <td>
            <Words text={there.summary} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Two versions of one's own review: both in sight, and a choice. It can't be waved away. */
export function ConflictDialog({ rubric, here, theirs, onKeep, onTake }: ConflictDialogProps) {
  const { t } = useTranslation("reviews");
  return (
    <Modal
      opened
      size="lg"
      title={t("conflict.title")}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <p className={classes.explain}>{t("conflict.explain")}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("conflict.field")}</th>
              <th scope="col">{t("conflict.here")}</th>
              <th scope="col">{t("conflict.thereAt", { time: stamp(theirs.data.savedAt) })}</th>
            </tr>
          </thead>
          <Differences rubric={rubric} here={here} there={sheetOf(theirs.data)} />
        </table>
      </div>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onTake}>
          {t("conflict.take")}
        </Button>
        <Button onClick={onKeep} data-autofocus>
          {t("conflict.keep")}
        </Button>
      </Group>
    </Modal>
  );
}
