import { fileTypes, maxFileBytes } from "@highwater/shared/evidence/contract";
import { Input, Progress } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../../i18n/problem-text";
import classes from "./evidence.module.css";
import type { Values } from "./form-values";
import { sendFile } from "./transfer";

/** The file is sent as soon as it is chosen. */
export function FileField({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation("evidence");
  const [share, setShare] = useState<number | null>(null);
  const error = form.errors["fileId"];
  const choose = async (file: File | undefined) => {
    if (!file) return;
    form.setFieldValue("file", null);
    form.clearFieldError("fileId");
    if (file.size > maxFileBytes) return form.setFieldError("fileId", t("tooLarge"));
    setShare(0);
    try {
      form.setFieldValue("file", await sendFile(file, setShare));
    } catch (problem) {
      form.setFieldError("fileId", problemText(problem));
    } finally {
      setShare(null);
    }
  };
  return (
    <Input.Wrapper
      label={t("file")}
      description={t("fileHint")}
      error={error}
      labelElement="label"
      labelProps={{ htmlFor: "evidence-file" }}
    >
      <input
        id="evidence-file"
        type="file"
        className={classes.chooser}
        accept={Object.keys(fileTypes).join(",")}
        aria-invalid={error !== undefined}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      {share !== null && <Progress value={share * 100} aria-label={t("sending")} />}
    </Input.Wrapper>
  );
}
