import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { notify } from "../../ui/notify";
import { saveFile } from "./save-file";

type Query = Record<string, string | undefined>;
const formats = ["csv", "xlsx", "json"] as const;

/** The view that is on screen, or everything that its viewer may see, as a file. */
export function ExportMenu({ query }: { query: Query }) {
  const { t } = useTranslation("exchange");
  const save = useMutation({
    mutationFn: ({ format, of }: { format: (typeof formats)[number]; of: Query }) =>
      saveFile(`/exports/candidates.${format}`, `candidates.${format}`, of),
    onError: notify.failed,
  });
  const scopes = [
    [t("export.view"), query],
    [t("export.everything"), {}],
  ] as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload {...icon} />}
          loading={save.isPending}
          aria-label={save.isPending ? t("export.saving") : undefined}
        >
          {t("export.button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {scopes.map(([what, of]) => [
          <Menu.Label key={what}>{what}</Menu.Label>,
          ...formats.map((format) => (
            <Menu.Item
              key={`${what} ${format}`}
              aria-label={t("export.item", { what, format: t(`export.${format}`) })}
              onClick={() => save.mutate({ format, of })}
            >
              {t(`export.${format}`)}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
