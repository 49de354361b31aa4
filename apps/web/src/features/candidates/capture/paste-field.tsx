import { Button, Textarea } from "@mantine/core";
import { type ClipboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./capture.module.css";
import { keepText, keptText } from "./kept";

/** A list is read as soon as it is pasted; what is typed waits for the button. */
export function PasteField({
  memberId,
  onRead,
}: {
  memberId: string;
  onRead: (text: string) => void;
}) {
  const { t } = useTranslation("capture");
  const [text, setText] = useState(() => keptText(memberId));
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (text.trim() !== "" || pasted.trim() === "") return;
    event.preventDefault();
    onRead(pasted);
  };
  return (
    <div className={classes.paste}>
      <Textarea
        className={classes.pasteField}
        label={t("paste.label")}
        placeholder={t("paste.placeholder")}
        rows={text === "" ? 1 : 4}
        spellCheck={false}
        value={text}
        onPaste={paste}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keepText(memberId, event.currentTarget.value);
        }}
      />
      {text.trim() !== "" && (
        <Button variant="default" onClick={() => onRead(text)}>
          {t("paste.read")}
        </Button>
      )}
    </div>
  );
}
