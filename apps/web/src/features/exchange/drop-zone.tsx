import { Alert, Button, Progress } from "@mantine/core";
import { IconAlertTriangle, IconFileUpload } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { refusalText } from "./refusal";
import { sizeText } from "./size";
import classes from "./start.module.css";
import { useDrop } from "./use-drop";
import { refusedAtSight, useUpload } from "./use-upload";

/** A file may be dropped anywhere on the page; here it is chosen, sent, or refused in words. */
export function DropZone({ onBegun }: { onBegun: (id: string) => void }) {
  const { t } = useTranslation("exchange");
  const input = useRef<HTMLInputElement>(null);
  const { upload, stop } = useUpload(onBegun);
  const over = useDrop((file) => upload.mutate(file));
  const file = upload.variables;
  return (
    <section className={classes.zone} data-over={over || undefined} aria-label={t("drop.choose")}>
      <IconFileUpload {...icon} size={28} />
      <p className={classes.invitation}>{over ? t("drop.here") : t("drop.title")}</p>
      {upload.isPending && file ? (
        <Sending file={file} onStop={stop} />
      ) : (
        <Button onClick={() => input.current?.click()}>
          {upload.error ? t("drop.again") : t("drop.choose")}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("drop.choose")}
        accept=".csv,.tsv,.txt,.xlsx,.json"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (chosen) upload.mutate(chosen);
        }}
      />
      {upload.error && file && <Refused file={file} error={upload.error} />}
      <p className={classes.hint}>{t("drop.hint")}</p>
    </section>
  );
}

function Sending({ file, onStop }: { file: File; onStop: () => void }) {
  const { t } = useTranslation("exchange");
  const label = t("drop.uploading", { name: file.name, size: sizeText(file.size) });
  return (
    <div className={classes.sending} role="status">
      <span>{label}</span>
      <Progress value={100} animated aria-label={label} />
      <Button variant="default" onClick={onStop}>
        {t("drop.cancel")}
      </Button>
    </div>
  );
}

function Refused({ file, error }: { file: File; error: Error }) {
  const { t } = useTranslation("exchange");
  const { name, size } = file;
  if (error.name === "AbortError")
    return (
      <p role="status" className={classes.hint}>
        {t("drop.stopped", { name })}
      </p>
    );
  const seen = refusedAtSight(file);
  const say: ReactNode = seen ? t(`drop.${seen}`, { size: sizeText(size) }) : refusalText(error);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      ta="left"
      icon={<IconAlertTriangle {...icon} />}
      title={t("drop.refused", { name })}
    >
      {say}
    </Alert>
  );
}
