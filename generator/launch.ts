#!/usr/bin/env node
// Starts the built command line with its code as V8 has compiled it before. To compile takes longer than most commands, so what a
// verb has used is kept in the node_modules that the package lies in; whoever may write there may change the package itself.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

interface Loaded {
  readonly module: { readonly exports: unknown };
  readonly stamp: string;
  readonly script: Script;
  /** Whether what V8 compiles of it is worth keeping. */
  readonly isNew: boolean;
}

const OPENING = "(function (exports, require, module, __filename, __dirname) {";
/** Whatever ends with another code has not done its work, and has used little of the code. */
const DONE: readonly number[] = [0, 1, 3, 5];

const [, , verb = ""] = process.argv;
const store = /^\w[\w-]*$/.test(verb) ? folderFor(verb) : undefined;
const loaded = new Map<string, Loaded>();

load("program.js");
if (store !== undefined)
  process.once("exit", (exit) => {
    const isWorth = [...loaded.values()].some(({ isNew }) => isNew);
    if (isWorth && DONE.includes(exit)) keepCompiled(store);
  });

/** Undefined where nothing may be kept. */
function folderFor(name: string): string | undefined {
  if (process.env["NODE_DISABLE_COMPILE_CACHE"]) return undefined;
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const packages = basename(folder) === "node_modules" ? folder : join(folder, "node_modules");
    if (existsSync(packages)) return join(packages, ".cache/errtable", `${process.version}-${process.arch}`, name);
  }
  return undefined;
}

/** A file of the build, by its name, as Node would load it. */
function load(name: string): unknown {
  const known = loaded.get(name);
  if (known !== undefined) return known.module.exports;
  const path = join(__dirname, name);
  const { size, mtimeMs, ctimeMs } = statSync(path);
  const stamp = `${size} ${mtimeMs} ${ctimeMs}`;
  const cachedData = readCompiled(name, stamp);
  // The build writes ASCII, and V8 reads texts of one byte per character faster.
  const text = `${OPENING}${readFileSync(path, "latin1")}\n})`;
  const script = new Script(text, { filename: path, columnOffset: -OPENING.length, ...(cachedData && { cachedData }) });
  // V8 refuses code of other versions and flags. A verb that changes flags has what it loads later refused in every run.
  const isNew = cachedData === undefined || (script.cachedDataRejected === true && isRefusing());
  const module = { exports: {} };
  loaded.set(name, { module, stamp, script, isNew });
  const run = script.runInThisContext() as (...parts: readonly unknown[]) => void;
  const requireFrom = (id: string): unknown => (/^\.\/[\w-]+\.js$/.test(id) ? load(id.slice(2)) : require(id));
  run(module.exports, requireFrom, module, path, __dirname);
  return module.exports;
}

/** Whether the first file of this process was refused, too. */
function isRefusing(): boolean {
  const [first] = loaded.values();
  return first === undefined || first.isNew;
}

function placeOf(folder: string, name: string): string {
  return join(folder, `${name}c`);
}

/** The first line is the stamp of the file that was compiled. */
function readCompiled(name: string, stamp: string): Uint8Array | undefined {
  if (store === undefined) return undefined;
  try {
    const bytes = readFileSync(placeOf(store, name));
    const end = bytes.indexOf("\n");
    return bytes.toString("latin1", 0, end) === stamp ? bytes.subarray(end + 1) : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody is told where that fails: the next process only starts later. */
function keepCompiled(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // The flags count as well: those of a start, not those that a verb has changed.
    (require("node:v8") as typeof import("node:v8")).setFlagsFromString("--opt");
    for (const [name, { stamp, script, isNew }] of loaded) {
      if (!isNew) continue;
      const path = placeOf(folder, name);
      // Processes of two containers may have one number.
      const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}`;
      const file = openSync(temporary, "wx");
      writeAll(file, Buffer.concat([Buffer.from(`${stamp}\n`), script.createCachedData()]));
      // V8 believes the bytes, so that they have to be on the disk before they have their name.
      fsyncSync(file);
      closeSync(file);
      renameSync(temporary, path);
    }
  } catch {}
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
