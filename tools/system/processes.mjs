import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { windows } from "./project.mjs";

/**
 * Whether the process runs. One that was killed may stay listed, where nobody collects it (many containers).
 * @param {number} pid
 */
export const isAlive = (pid) => isListed(pid) && linuxStat(pid)?.[0] !== "Z";

/** @param {number} pid */
export function isListed(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * A process id is reused sooner or later; with the moment of its birth it names one process only.
 * @param {number} pid
 * @returns {string | null} null when there is no such process
 */
export function birth(pid) {
  try {
    if (process.platform === "linux") return linuxBirth(pid);
    if (windows) return powershell(`(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`);
    return ask("ps", ["-o", "lstart=", "-p", String(pid)]);
  } catch {
    return isAlive(pid) ? "unknown" : null;
  }
}

/**
 * @param {number} pid
 * @returns {string | null} null when it cannot be told
 */
export function commandLine(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
    if (windows)
      return (
        powershell(`(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`) || null
      );
    return ask("ps", ["-ww", "-o", "args=", "-p", String(pid)]) || null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function linuxBirth(pid) {
  const stat = linuxStat(pid);
  return stat && stat[0] !== "Z"
    ? `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${stat[19]}`
    : null;
}

/**
 * The fields from the third on, which is the state: the second is the program's name in brackets and may hold spaces.
 * @param {number} pid
 */
function linuxStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** @param {string} script */
const powershell = (script) =>
  ask("powershell", ["-NoProfile", "-NonInteractive", "-Command", script]);

/**
 * @param {string} file
 * @param {string[]} args
 */
const ask = (file, args) =>
  execFileSync(file, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    windowsHide: true,
    timeout: 10_000,
  }).trim();
