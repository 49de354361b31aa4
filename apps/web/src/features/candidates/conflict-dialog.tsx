import type { Member } from "@highwater/shared/team/contract";
import { Button, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Choice, Clash } from "./conflict";
import classes from "./conflict-dialog.module.css";
import { useFactText } from "./fact-text";
import type { FactKey } from "./form-values";
import type { Conflict } from "./use-save";

interface ConflictDialogProps {
  conflict: Conflict;
  members: Member[];
  onSettle: (choices: Partial<Record<FactKey, Choice>>) => Promise<void>;
  onClose: () => void;
}

/** Two people changed the same fields: both versions beside each other, one choice a field. */
export function ConflictDialog({ conflict, members, onSettle, onClose }: ConflictDialogProps) {
  const { t } = useTranslation("candidates");
  const [choices, setChoices] = useState<Partial<Record<FactKey, Choice>>>({});
  const chosen = conflict.clashes.every(({ key }) => choices[key] !== undefined);
  const all = (choice: Choice) =>
    setChoices(Object.fromEntries(conflict.clashes.map(({ key }) => [key, choice])));
  return (
    <Modal opened onClose={onClose} size="xl" title={t("conflict.title")}>
      <p className={classes.lead}>{t("conflict.lead", { count: conflict.clashes.length })}</p>
      {conflict.clashes.map((clash) => (
        <Versions
          key={clash.key}
          clash={clash}
          members={members}
          choice={choices[clash.key]}
          onChoose={(choice) => setChoices({ ...choices, [clash.key]: choice })}
        />
      ))}
      {conflict.taken.length > 0 && (
        <p className={classes.lead}>
          {t("conflict.taken", {
            fields: conflict.taken.map((key) => t(`field.${key}`)).join(", "),
          })}
        </p>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={() => all("mine")}>
          {t("conflict.allMine")}
        </Button>
        <Button variant="default" onClick={() => all("theirs")}>
          {t("conflict.allTheirs")}
        </Button>
        <Button variant="subtle" color="gray" className={classes.back} onClick={onClose}>
          {t("conflict.back")}
        </Button>
        <Button disabled={!chosen} onClick={() => void onSettle(choices)}>
          {t("conflict.save")}
        </Button>
      </div>
    </Modal>
  );
}

interface VersionsProps {
  clash: Clash;
  members: Member[];
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

function Versions({ clash, members, choice, onChoose }: VersionsProps) {
  const { t } = useTranslation("candidates");
  const factText = useFactText(members);
  return (
    <Radio.Group
      className={classes.field}
      label={t(`field.${clash.key}`)}
      value={choice ?? null}
      onChange={(value) => onChoose(value === "mine" ? "mine" : "theirs")}
    >
      <div className={classes.versions}>
        {(["mine", "theirs"] as const).map((side) => (
          <div key={side} className={classes.version} data-chosen={choice === side || undefined}>
            <Radio
              value={side}
              label={t(`conflict.${side}`)}
              aria-describedby={`${clash.key}-${side}`}
            />
            <span id={`${clash.key}-${side}`} className={classes.text}>
              {factText(clash.key, clash[side])}
            </span>
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}
