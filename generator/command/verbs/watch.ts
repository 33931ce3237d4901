// A command runs again each time that something changes which it read, until somebody ends it.
import { join, resolve } from "node:path";
import { showControls } from "../../diagnostic/unseen.ts";
import type { Fs } from "../../output/files/fs.ts";
import { foldersUp } from "../../output/files/paths.ts";
import { plainBytes } from "../../output/plan/records.ts";
import { hashNow, type Input, onceHost, recordInputs } from "../../output/state/inputs.ts";
import { changedInputs, type WatchPlan, watchPlan } from "../../output/watch/watched-inputs.ts";
import type { OpenWatcher } from "../../output/watch/watcher.ts";
import { openWatcher } from "../../output/watch/watcher.ts";
import type { ProjectHost } from "../../reader/host.ts";
import { type CommandContext, commandLineOf, type Options } from "../session/command-line.ts";
import { tellFailure } from "../session/failure.ts";
import { openSession, type Session } from "../session/session.ts";
import { type RunMemory, tableMemory } from "../session/table-store.ts";

/** The new bytes of files that a run wrote and reads itself, by absolute path. */
export type OwnWrites = ReadonlyMap<string, string>;

export interface WatchRequest {
  /** The command line, of which each run has a fresh look at the disk. */
  readonly tables: readonly string[];
  readonly options: Options;
  readonly run: (session: Session) => Promise<OwnWrites>;
  /** A change of the files that errtable made is a change, too. */
  readonly seesOutputs?: boolean;
  /** Ends the watch; without it only the end of the process does. */
  readonly signal?: AbortSignal;
  readonly open?: OpenWatcher;
}

/** In milliseconds: an editor writes a file in several steps. */
const QUIET = 12;
/** In milliseconds: changes without an end are looked at all the same. */
const LONGEST = 250;
/** In milliseconds: by then a watch of new folders has begun. */
const LATER = 100;

export async function watch(context: CommandContext, request: WatchRequest): Promise<void> {
  const { terminal } = context;
  const { tables, options, run, signal, seesOutputs = false, open = openWatcher } = request;
  const memory: RunMemory = tableMemory();
  const changes = changeQueue(signal);
  const watcher = await open({ onTouch: changes.touch, onError: changes.fail });
  let plan: WatchPlan = { folders: new Set(), files: new Set() };
  try {
    for (let lead = "", isFirst = true; ; isFirst = false) {
      const recorder = recordInputs(onceHost(context.host));
      const line = commandLineOf(tables, options, context.folder, context.fs);
      const fs = seesOutputs ? recordingFs(context.fs, recorder.host, besides(options, context.folder)) : context.fs;
      const own = { host: recorder.host, fs, endsProcess: false, memory, ...(isFirst ? {} : { lead }) };
      const session = openSession({ ...context, ...line, ...own });
      if (!isFirst) terminal.restart?.();
      const written = await tryRun(session, run);
      for (const folder of lookedAt(session)) recorder.host.list(folder);
      const inputs = recorder.inputs().map((input) => afterRun(input, written, context.host));
      const next = watchPlan(inputs, session.project.root, context.fs);
      watcher.update(next.folders, next.files);
      const isWider = [...next.folders, ...next.files].some((path) => !plan.folders.has(path) && !plan.files.has(path));
      plan = next;
      if (isFirst && !session.quiet) terminal.err("Watching for changes; Ctrl+C ends it.\n");
      // A change between the run and the start of the watch is seen by a look of its own.
      if (isWider) changes.touchSoon();
      let changed: readonly Input[] = [];
      while (changed.length === 0) {
        const touched = await changes.next();
        if (touched === undefined) return;
        const folders = touched === "all" ? [] : [...touched].filter((path) => plan.folders.has(path));
        for (const folder of folders) watcher.renew(folder);
        if (folders.length > 0) changes.touchSoon();
        changed = changedInputs(inputs, touched, onceHost(context.host));
      }
      lead = leadOf(changed, session);
    }
  } finally {
    memory.maker?.close();
    await watcher.close();
  }
}

/** A failure ends one run, not the watch. */
async function tryRun(session: Session, run: WatchRequest["run"]): Promise<OwnWrites> {
  try {
    return await run(session);
  } catch (error) {
    tellFailure(error, session);
    // A thread that failed answers no more.
    session.memory?.maker?.close();
    if (session.memory !== undefined) session.memory.maker = undefined;
    return new Map();
  }
}

/** Where a configuration that nobody names may come or go. */
function lookedAt({ namesConfig, folder, project: { root } }: Session): readonly string[] {
  const above = foldersUp(folder);
  return namesConfig ? [] : [join(folder, "spec"), ...above.slice(0, above.indexOf(root) + 1)];
}

/** The absolute paths of the reports that a run writes besides its outputs. */
function besides({ output = [] }: Options, folder: string): ReadonlySet<string> {
  return new Set(output.map(({ file }) => resolve(folder, file)));
}

/** The files that a run compares with their plans are inputs, there or not; packages hold none of them. */
function recordingFs(fs: Fs, { read }: ProjectHost, own: ReadonlySet<string>): Fs {
  const note = (path: string): void => {
    if (!/[\\/]node_modules[\\/]/.test(path) && !own.has(path)) read(path);
  };
  return {
    ...fs,
    entry(path) {
      const entry = fs.entry(path);
      if (entry === undefined || entry.kind === "file") note(path);
      return entry;
    },
  };
}

/** A file of people that the run filled itself is as the run left it. */
function afterRun(input: Input, written: OwnWrites, host: ProjectHost): Input {
  const text = input.kind === "file" ? written.get(input.path) : undefined;
  if (text === undefined) return input;
  const bytes = host.read(input.path);
  const isOwn = !("failure" in bytes) && Buffer.from(text).equals(plainBytes(bytes));
  return isOwn ? { ...input, hash: hashNow(onceHost({ ...host, read: () => bytes }), input.kind, input.path) } : input;
}

function leadOf(changed: readonly Input[], { host }: Session): string {
  const [first, ...others] = [...new Set(changed.map(({ path }) => showControls(host.show(path))))];
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `${first}${more}: `;
}

type Touched = ReadonlySet<string> | "all";

/** Collects the paths that were touched, until they have been quiet for a moment. */
function changeQueue(signal: AbortSignal | undefined) {
  let touched = new Set<string>();
  let isAll = false;
  let failure: { readonly error: unknown } | undefined;
  let wake = (): void => undefined;
  const note = (act: () => void) => (): void => {
    act();
    wake();
  };
  signal?.addEventListener("abort", () => wake());
  return {
    touch(path: string): void {
      note(() => touched.add(path))();
    },
    /** Everything is looked at once more. */
    touchSoon(): void {
      const timer = setTimeout(
        note(() => {
          isAll = true;
        }),
        LATER,
      );
      signal?.addEventListener("abort", () => clearTimeout(timer));
    },
    fail(error: unknown): void {
      note(() => {
        failure = { error };
      })();
    },
    /** Undefined at the end of the watch. */
    async next(): Promise<Touched | undefined> {
      const isEmpty = (): boolean => touched.size === 0 && !isAll;
      const isOver = (): boolean => signal?.aborted === true || failure !== undefined;
      while (isEmpty() && !isOver())
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (!isOver())
        await quiet((listener) => {
          wake = listener;
        });
      wake = () => undefined;
      if (failure !== undefined) throw failure.error;
      if (signal?.aborted) return undefined;
      const found: Touched = isAll ? "all" : touched;
      touched = new Set();
      isAll = false;
      return found;
    },
  };
}

/** Resolves when nothing has happened for a moment, or after a longer one. */
function quiet(listen: (listener: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      clearTimeout(longest);
      resolve();
    };
    const longest = setTimeout(end, LONGEST);
    let timer = setTimeout(end, QUIET);
    listen(() => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET);
    });
  });
}
