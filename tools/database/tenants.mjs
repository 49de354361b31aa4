import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isHeld } from "../system/lock.mjs";
import { birth } from "../system/processes.mjs";

/** The commands that use a server at this moment: the last to leave stops it. */
export class Tenants {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = path.join(folder, "users");
    this.mine = path.join(this.folder, String(process.pid));
  }

  enter() {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.mine, JSON.stringify({ pid: process.pid, birth: birth(process.pid) }));
  }

  /** @returns {boolean} whether nobody is left */
  leave() {
    rmSync(this.mine, { force: true });
    return (
      readdirSync(this.folder).filter((name) => this.#isPresent(path.join(this.folder, name)))
        .length === 0
    );
  }

  /** @param {string} file */
  #isPresent(file) {
    try {
      if (isHeld(JSON.parse(readFileSync(file, "utf8")))) return true;
    } catch {
      // Cut off while being written, by a kill or a full disk.
    }
    rmSync(file, { force: true });
    return false;
  }
}
