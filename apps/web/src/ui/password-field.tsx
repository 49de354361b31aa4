import { ActionIcon, TextInput, type TextInputProps } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "./icon";

/** Mantine's own leaves out `aria-invalid`, the link to its error, and a translated toggle. */
export function PasswordField(props: TextInputProps) {
  const { t } = useTranslation("common");
  const [shown, setShown] = useState(false);
  const toggle = (
    <ActionIcon
      aria-label={t("act.showPassword")}
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
    >
      {shown ? <IconEyeOff {...icon} /> : <IconEye {...icon} />}
    </ActionIcon>
  );
  return (
    <TextInput
      spellCheck={false}
      autoCapitalize="off"
      {...props}
      type={shown ? "text" : "password"}
      rightSection={toggle}
    />
  );
}
