import type { Rubric } from "@highwater/shared/rubrics/contract";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconHandStop, IconTrash, IconUserOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../lib/numbers";
import { icon } from "../../ui/icon";
import { PageHead } from "../../ui/page-head";
import { type DraftState, isDirty } from "./draft-state";
import classes from "./form-head.module.css";
import { SaveState } from "./save-state";
import { markOf } from "./sheet";
import { ownTotal } from "./worth";

interface FormHeadProps {
  name: string;
  rubric: Rubric;
  state: DraftState;
  onRetry: () => void;
  onDiscard: () => void;
  /** Left out where it is signed. */
  onAbstain: (() => void) | undefined;
  onRecuse: () => void;
  /** How far one is in the queue. */
  place: { done: number; all: number };
}

function Progress({ rubric, state }: Pick<FormHeadProps, "rubric" | "state">) {
  const { t } = useTranslation("reviews");
  const given = rubric.criteria.map(({ key }) => markOf(state.sheet, key).score !== undefined);
  const counts = { done: given.filter(Boolean).length, all: given.length };
  return (
    <span className={classes.progress} role="img" aria-label={t("form.progressLabel", counts)}>
      <span className={classes.pips}>
        {rubric.criteria.map(({ key }, at) => (
          <span key={key} data-done={given[at] || undefined} />
        ))}
      </span>
      {t("form.progress", counts)}
    </span>
  );
}

function OwnTotal({ rubric, state }: Pick<FormHeadProps, "rubric" | "state">) {
  const { t } = useTranslation("reviews");
  const { total, coverage } = ownTotal(state.sheet, rubric);
  return (
    <span className={classes.total}>
      {t("form.total")} <strong>{total === null ? "–" : oneDecimal(total)}</strong>
      {total !== null && coverage < 1 && <small> {t("form.soFar")}</small>}
    </span>
  );
}

/** The head that stays in view: how far one is, what it comes to, and that it is saved. */
export function FormHead({ name, rubric, state, place, ...deeds }: FormHeadProps) {
  const { t } = useTranslation("reviews");
  const version = state.base?.data.version ?? 0;
  const mayDiscard = isDirty(state) || (state.base !== null && state.base.data.status !== "signed");
  return (
    <div className={classes.head}>
      <PageHead title={name}>
        <span className={classes.place}>{t("queue.progress", place)}</span>
        <SaveState state={state} onRetry={deeds.onRetry} />
        <Progress rubric={rubric} state={state} />
        <OwnTotal rubric={rubric} state={state} />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon className={classes.more} aria-label={t("menu.label")}>
              <IconDots {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayDiscard && (
              <Menu.Item leftSection={<IconTrash {...icon} />} onClick={deeds.onDiscard}>
                {version > 0 ? t("state.discard") : t("state.discardDraft")}
              </Menu.Item>
            )}
            {deeds.onAbstain && (
              <Menu.Item leftSection={<IconHandStop {...icon} />} onClick={deeds.onAbstain}>
                {t("menu.abstain")}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconUserOff {...icon} />} onClick={deeds.onRecuse}>
              {t("menu.recuse")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </PageHead>
    </div>
  );
}
