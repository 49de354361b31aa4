import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSingleKeys } from "../../lib/shortcuts";
import { Kbd } from "../../ui/kbd";
import classes from "./sign-bar.module.css";

interface SignBarProps {
  signed: boolean;
  amending: boolean;
  hasNext: boolean;
  signing: boolean;
  onSign: () => void;
  onSignAndNext: () => void;
  onSkip: () => void;
}

const hints = [
  { keys: "0–5", says: "score" },
  { keys: "A", says: "notAssessed" },
  { keys: "⏎", says: "next" },
  { keys: "↑↓", says: "move" },
  { keys: "E", says: "reason" },
  { keys: "W", says: "words" },
  { keys: "Esc", says: "leave" },
] as const;

function Hints() {
  const { t } = useTranslation("reviews");
  if (!useSingleKeys()) return null;
  return (
    <ul className={classes.hints} aria-label={t("keys.label")}>
      {hints.map(({ keys, says }) => (
        <li key={says}>
          <kbd>{keys}</kbd> {t(`keys.${says}`)}
        </li>
      ))}
    </ul>
  );
}

/** What ends the review: skip it, sign it, or sign it and go on. The keys stand beside. */
export function SignBar(props: SignBarProps) {
  const { signed, amending, hasNext, signing, onSign, onSignAndNext, onSkip } = props;
  const { t } = useTranslation("reviews");
  return (
    <div className={classes.bar}>
      <Hints />
      <div className={classes.deeds}>
        {signed && !hasNext && <span className={classes.last}>{t("sign.last")}</span>}
        {hasNext && !signed && (
          <Button
            variant="subtle"
            aria-keyshortcuts="S"
            onClick={onSkip}
            rightSection={<Kbd keys="S" />}
          >
            {t("sign.skip")}
          </Button>
        )}
        {!signed && (
          <Button
            variant={hasNext ? "default" : "filled"}
            loading={signing && !hasNext}
            aria-keyshortcuts="Meta+Enter Control+Enter"
            onClick={onSign}
            rightSection={<Kbd keys="⌘⏎" />}
          >
            {amending ? t("sign.amend") : t("sign.sign")}
          </Button>
        )}
        {hasNext && (
          <Button
            variant="filled"
            loading={signing}
            aria-keyshortcuts="Meta+Shift+Enter Control+Shift+Enter"
            onClick={onSignAndNext}
            rightSection={<Kbd keys="⌘⇧⏎" />}
          >
            {signed ? t("sign.next") : t("sign.signNext")}
          </Button>
        )}
      </div>
    </div>
  );
}
