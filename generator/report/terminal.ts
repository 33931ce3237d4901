// The terminal: results go to stdout, everything else to stderr, with colours per stream and a progress line.
import { createColors } from "picocolors";
import type { Colors } from "picocolors/types.js";
import { showControls, showControlsInLines } from "../diagnostic/unseen.ts";

export interface Terminal {
  /** Results, which another program may read. */
  out(text: string): void;
  /** Results with text of strangers: unchanged for programs, with its controls shown on a terminal. */
  outForeign(text: string): void;
  /** Everything else, for people. */
  err(text: string): void;
  readonly outColors: Colors;
  readonly errColors: Colors;
  /** For texts that go into files. */
  readonly plainColors: Colors;
  /** Shows the present step, once a run on a terminal has taken more than half a second. */
  progress(stage: string): void;
  /** From now on every step is told when it ends, with the time that it took. */
  timeSteps(): void;
  /** Removes the progress from the screen, and tells the last step. */
  done(): void;
  /** Clears the screen of a person, for a run that takes the place of the last one. */
  restart?(): void;
}

const PATIENCE_SECONDS = 0.5;

export function openTerminal(): Terminal {
  let shown = false;
  let step: { readonly name: string; readonly start: number } | undefined;
  /** Seconds since the process started count from its own start, so that loading is a step, too. */
  const nextStep = (name: string | undefined): void => {
    const now = process.uptime() * 1000;
    if (step !== undefined) process.stderr.write(timeLine(now - step.start, step.name));
    if (step !== undefined && name === undefined) process.stderr.write(timeLine(now, "Everything"));
    step = name === undefined ? undefined : { name, start: now };
  };
  const clear = (): void => {
    if (shown) process.stderr.write("\r\u001b[2K");
    shown = false;
  };
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader such as head may have seen enough.
    if (error.code === "EPIPE") return;
    process.stderr.write(`The results could not be written: ${error.message}.\n`);
    process.exit(4);
  });
  // A failure of stderr has no stream to go to.
  process.stderr.on("error", () => undefined);
  const out = (text: string): void => {
    clear();
    process.stdout.write(text);
  };
  return {
    out,
    outForeign: (text) => out(process.stdout.isTTY ? showControlsInLines(text) : text),
    err(text) {
      clear();
      process.stderr.write(text);
    },
    outColors: createColors(wantsColor(process.stdout)),
    errColors: createColors(wantsColor(process.stderr)),
    plainColors: createColors(false),
    progress(stage) {
      if (step !== undefined) return nextStep(showControls(stage));
      if (!process.stderr.isTTY || process.env["TERM"] === "dumb" || process.env["CI"]) return;
      if (process.uptime() < PATIENCE_SECONDS) return;
      clear();
      process.stderr.write(`${showControls(stage)} …`);
      shown = true;
    },
    timeSteps() {
      step ??= { name: "Loading errtable", start: 0 };
    },
    done() {
      clear();
      nextStep(undefined);
    },
    restart() {
      if (process.stderr.isTTY && process.env["TERM"] !== "dumb" && !process.env["CI"])
        process.stderr.write("\u001b[2J\u001b[H");
    },
  };
}

/** "   12 ms  Reading my.errors.yaml" */
function timeLine(milliseconds: number, name: string): string {
  return `${String(Math.round(milliseconds)).padStart(6)} ms  ${name}\n`;
}

/** See no-color.org and force-color.org; an empty variable counts as absent. */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return process.env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && process.env["TERM"] !== "dumb";
}
