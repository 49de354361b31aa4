import type { Meeting } from "@highwater/shared/rounds/contract";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./meeting.module.css";

const two = (n: number) => String(n).padStart(2, "0");

/** Counts down from what the server said was left: this clock's rate is trusted, its time is not. */
export function Timer({ timer }: { timer: Meeting["timer"] }) {
  const { t } = useTranslation("rounds");
  const [left, setLeft] = useState(timer?.secondsLeft ?? 0);
  useEffect(() => {
    if (!timer) return;
    const end = performance.now() + 1000 * timer.secondsLeft;
    const tick = () => setLeft((end - performance.now()) / 1000);
    tick();
    const beat = setInterval(tick, 250);
    return () => clearInterval(beat);
  }, [timer]);
  if (!timer) return null;
  const seconds = Math.max(0, Math.ceil(left));
  return (
    <span className={classes.timer} role="timer" data-over={seconds === 0 || undefined}>
      {seconds === 0 ? t("timer.over") : `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`}
    </span>
  );
}
