import type { Meeting } from "@highwater/shared/rounds/contract";
import { allows } from "@highwater/shared/rounds/law";
import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts";
import { ConfirmButton } from "../../ui/confirm-button";
import { Kbd } from "../../ui/kbd";
import type { MeetingDeed } from "./deeds";
import classes from "./meeting.module.css";
import { openDeed } from "./meeting-agenda";

interface HostBarProps {
  meeting: Meeting;
  deed: MeetingDeed;
}

const minutes = [2, 5, 10] as const;

/** The host's deeds, of which the next one stands out. */
export function HostBar({ meeting, deed }: HostBarProps) {
  const { t } = useTranslation("rounds");
  const { round, current, timer } = meeting;
  const { next, previous } = around(meeting);
  const goTo = (item: typeof next) => item && deed.mutate(openDeed(item, current?.id ?? null));
  const act = (name: string, more = {}) =>
    current &&
    deed.mutate({ path: `items/${current.id}/${name}`, body: { from: current.state, ...more } });
  const may = (name: Parameters<typeof allows>[0]) =>
    current !== null && allows(name, current.state);
  const reveals = may("reveal") && (current?.signed ?? 0) > 0;
  const free = !deed.isPending;
  useShortcut("]", () => void goTo(next), { enabled: free });
  useShortcut("[", () => void goTo(previous), { enabled: free });
  useShortcut("shift+r", () => void act("reveal"), { enabled: free && reveals });
  useShortcut("shift+v", () => void act("vote-open"), { enabled: free && may("vote-open") });
  const quiet = { variant: "default", disabled: deed.isPending } as const;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t("host.bar")}>
      <Button {...quiet} disabled={!free || !previous} onClick={() => goTo(previous)}>
        {t("host.previous")}
      </Button>
      <Button
        variant={current === null || current.state === "done" ? "filled" : "default"}
        disabled={!free || !next}
        rightSection={<Kbd keys="]" />}
        onClick={() => goTo(next)}
      >
        {t("host.next")}
      </Button>
      {may("reveal") && (
        <Button
          disabled={!free || !reveals}
          rightSection={<Kbd keys="⇧R" />}
          onClick={() => act("reveal")}
        >
          {t("host.reveal", { count: current?.signed ?? 0 })}
        </Button>
      )}
      {may("vote-open") && (
        <Button disabled={!free} rightSection={<Kbd keys="⇧V" />} onClick={() => act("vote-open")}>
          {t("host.vote")}
        </Button>
      )}
      {may("done") && (
        <Button {...quiet} onClick={() => act("done")}>
          {t("host.park")}
        </Button>
      )}
      {may("timer") && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button {...quiet}>{t("host.timer")}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {minutes.map((count) => (
              <Menu.Item key={count} onClick={() => act("timer", { seconds: 60 * count })}>
                {t("host.minutes", { count })}
              </Menu.Item>
            ))}
            {timer && (
              <Menu.Item onClick={() => act("timer", { seconds: 0 })}>{t("host.stop")}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <span className={classes.close}>
        <ConfirmButton
          label={t("host.close")}
          warning={t("host.closeWarning", {
            count: round.items.filter(({ outcome }) => outcome === null).length,
          })}
          onConfirm={() => deed.mutate({ path: "close" })}
          loading={deed.isPending}
        />
      </span>
    </div>
  );
}

/** The neighbours that can be taken up: what is decided is over. */
function around({ round, current }: Meeting) {
  const at = round.items.findIndex(({ id }) => id === current?.id);
  const free = (item: Meeting["round"]["items"][number]) => item.outcome === null;
  return {
    next: round.items.slice(at + 1).find(free),
    previous: at < 0 ? undefined : round.items.slice(0, at).findLast(free),
  };
}
