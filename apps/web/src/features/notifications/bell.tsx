import { Indicator, Tooltip } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { LinkIcon } from "../../ui/link";
import { unreadQuery } from "./queries";

/** How many notifications wait, in the top bar. */
export function Bell({ team }: { team: string }) {
  const { t } = useTranslation("common");
  const { data } = useQuery(unreadQuery());
  const unread = data?.unread ?? 0;
  const label = t("top.notifications", { count: unread });
  return (
    <Tooltip label={label}>
      <Indicator disabled={unread === 0} label={unread > 99 ? "99+" : unread} size={15} offset={4}>
        <LinkIcon to="/t/$team/notifications" params={{ team }} aria-label={label}>
          <IconBell {...icon} />
        </LinkIcon>
      </Indicator>
    </Tooltip>
  );
}
