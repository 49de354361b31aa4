import { Modal, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { setSingleKeys, useSingleKeys } from "../lib/shortcuts";
import { keyName } from "../ui/kbd";
import { destinations } from "./destinations";
import { shortcutList } from "./shortcut-list";
import classes from "./shortcuts-overlay.module.css";

function Row({ keys, says }: { keys: readonly string[]; says: string }) {
  return (
    <div className={classes.row}>
      <dt>{says}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key} className={classes.key}>
            {keyName(key)}
          </kbd>
        ))}
      </dd>
    </div>
  );
}

export function ShortcutsOverlay({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("common");
  const single = useSingleKeys();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("keys.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("act.close") }}
    >
      <Switch
        mb="lg"
        label={t("keys.singleKeys")}
        description={t("keys.singleKeysHint")}
        checked={single}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      <div className={classes.groups}>
        {shortcutList.map(({ group, rows }) => (
          <section key={group}>
            <h3 className={classes.head}>{t(`keys.group.${group}`)}</h3>
            <dl className={classes.list}>
              {rows.map(({ keys, says }) => (
                <Row key={says} keys={keys} says={t(`keys.${says}`)} />
              ))}
              {group === "anywhere" &&
                destinations.map(({ name, shown }) => (
                  <Row
                    key={name}
                    keys={shown.split(" ")}
                    says={t("keys.go", { page: t(`nav.${name}`) })}
                  />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
