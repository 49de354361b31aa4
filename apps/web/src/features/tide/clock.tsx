import { longestClock } from "@highwater/shared/tide/projection";
import { ActionIcon, NumberInput, Slider } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import classes from "./tide.module.css";

interface ClockProps {
  months: number;
  period: number;
  /** While it is dragged or runs. */
  onMonths: (months: number) => void;
  /** When it stands still again. */
  onSettle: (months: number) => void;
  onPeriod: (period: number) => void;
}

const monthsASecond = 12;

/** Lets the months run to the end, one after the other; the picture moves between them by itself. */
function useRunning(
  months: number,
  onMonths: (months: number) => void,
  onStop: (at: number) => void,
) {
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running) return;
    let at = months >= longestClock ? 0 : months;
    let shown = at;
    let last = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      at = Math.min(longestClock, at + ((now - last) / 1000) * monthsASecond);
      last = now;
      if (Math.floor(at) !== shown) {
        shown = Math.floor(at);
        onMonths(shown);
      }
      if (at < longestClock) frame = requestAnimationFrame(step);
      else {
        setRunning(false);
        onStop(at);
      }
    });
    return () => cancelAnimationFrame(frame);
    // Where it began is where it was when it was started.
  }, [running]);
  return { running, setRunning };
}

/** The clock of the minutes: the headroom below the strongest human halves, again and again. */
export function Clock({ months, period, onMonths, onSettle, onPeriod }: ClockProps) {
  const { t } = useTranslation("tide");
  const { running, setRunning } = useRunning(months, onMonths, onSettle);
  const shown = Math.round(months);
  return (
    <div className={classes.clock}>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={t(running ? "clock.stop" : "clock.run")}
        onClick={() => {
          if (running) onSettle(shown);
          setRunning(!running);
        }}
      >
        {running ? <IconPlayerPause {...icon} /> : <IconPlayerPlay {...icon} />}
      </ActionIcon>
      <output className={classes.months}>{t("clock.months", { count: shown })}</output>
      <Slider
        className={classes.slider}
        thumbLabel={t("clock.label")}
        min={0}
        max={longestClock}
        step={1}
        label={null}
        marks={[0, 18, 36, 60, 90, 120].map((value) => ({ value, label: String(value) }))}
        value={shown}
        onChange={onMonths}
        onChangeEnd={onSettle}
      />
      <NumberInput
        size="xs"
        className={classes.period}
        label={t("clock.period")}
        min={1}
        max={240}
        clampBehavior="strict"
        allowDecimal={false}
        value={period}
        onChange={(next) => typeof next === "number" && next >= 1 && onPeriod(next)}
      />
    </div>
  );
}
