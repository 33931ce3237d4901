// A package becomes the files of its tables: the installed one where it is in the range, else the published one, by the user's own npm.

import { join, resolve, sep } from "node:path";
import { diskHost, inTemporaryFolder } from "../output/disk.ts";
import type { Fs } from "../output/files/fs.ts";
import { foldersUp } from "../output/files/paths.ts";
import { type ProgramResult, runNpm } from "../output/git/run-program.ts";
import { type Host, memoryHost } from "../reader/host.ts";
import { parseJson } from "../text/json/parse-json.ts";
import { isObject } from "../text/json/value.ts";
import { filesBelow, isTableFile } from "./table-files.ts";
import { filesOfTar } from "./tar-files.ts";
import { isInRange } from "./version-range.ts";

export interface PackageName {
  readonly name: string;
  /** A range of versions, or a tag such as "latest". */
  readonly range: string | undefined;
}

export interface TableFiles {
  /** "@shop/errors@1.2.0" */
  readonly label: string;
  /** The files of it that may hold tables. */
  readonly paths: readonly string[];
  readonly host: Host;
}

export interface NoPackage {
  readonly message: string;
  readonly help: string;
}

/** Runs npm in a folder; a test has another one. */
export type Npm = (folder: string, args: readonly string[]) => ProgramResult;

const NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;
const RANGE = /^[\w.+*^~<>=| -]+$/;

/** Undefined for a text that is no name of a package: addresses, paths and options of npm are none. */
export function packageName(text: string): PackageName | undefined {
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  const range = at < 0 ? undefined : text.slice(at + 1);
  if (!NAME.test(name) || name.startsWith("-") || name.length > 214) return undefined;
  return range === undefined || (RANGE.test(range) && !range.startsWith("-")) ? { name, range } : undefined;
}

export function findPackage(wanted: PackageName, folder: string, fs: Fs, npm: Npm = withLimit): TableFiles | NoPackage {
  return installed(wanted, folder, fs) ?? published(wanted, folder, npm);
}

/** A link to another folder of the project is the present version itself, and no older one. */
function installed({ name, range = "*" }: PackageName, folder: string, fs: Fs): TableFiles | undefined {
  const host = diskHost(folder);
  for (const above of foldersUp(folder)) {
    const place = join(above, "node_modules", name);
    const version = versionIn(host.read(join(place, "package.json")));
    if (version === undefined) continue;
    if (!(fs.real(place) ?? "").split(sep).includes("node_modules")) return undefined;
    // The nearest one is the one that programs of the folder get.
    if (isInRange(version, range) !== true) return undefined;
    return { label: `${name}@${version}`, paths: filesBelow(place, host), host };
  }
  return undefined;
}

function published({ name, range }: PackageName, folder: string, npm: Npm): TableFiles | NoPackage {
  const spec = range === undefined ? name : `${name}@${range.trim()}`;
  return inTemporaryFolder((temporary) => {
    const run = npm(folder, ["pack", spec, "--pack-destination", temporary, ...QUIETLY]);
    if (run.exit !== 0) return refusal(spec, name, run);
    const host = diskHost(temporary);
    const names = host.list(temporary);
    const packed = "failure" in names ? undefined : names.find((one) => one.endsWith(".tgz"));
    const bytes = packed === undefined ? undefined : host.read(join(temporary, packed));
    const files = bytes === undefined || "failure" in bytes ? undefined : filesOfTar(bytes);
    if (files === undefined) {
      return { message: `npm fetched "${spec}", but made no package that can be read.`, help: TRY_NPM(spec) };
    }
    const label = `${name}@${versionIn(files.get("package.json")) ?? range ?? "latest"}`;
    const paths = [...files.keys()].filter(isTableFile);
    const inMemory = memoryHost(Object.fromEntries(files));
    return {
      label,
      paths: paths.map((path) => resolve("/", path)),
      host: { ...inMemory, show: (path) => `${label}/${inMemory.show(path)}` },
    };
  });
}

/** Scripts of packages never run, and a machine without a network says so soon. */
const QUIETLY = [
  "--ignore-scripts",
  "--loglevel=error",
  "--no-audit",
  "--no-fund",
  "--fetch-retries=1",
  "--fetch-retry-mintimeout=500",
  "--fetch-timeout=30000",
];
const LIMIT = 120_000;

function withLimit(folder: string, args: readonly string[]): ProgramResult {
  return runNpm(args, { folder, limit: LIMIT });
}

const TRY_NPM = (spec: string): string => `See what "npm view ${spec} version" says.`;

function refusal(spec: string, name: string, { exit, errors }: ProgramResult): NoPackage {
  const instead = "compare with a branch, or with errors.json in a folder.";
  if (exit === "missing")
    return { message: "There is no npm here to fetch the package with.", help: `Install it, or ${instead}` };
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(errors)?.[1] ?? "";
  if (exit === "stopped" || OFFLINE.has(code)) {
    return {
      message: `npm does not reach its registry, so "${spec}" could not be fetched.`,
      help: `Try again with a network, install the package, or ${instead}`,
    };
  }
  if (code === "E404")
    return { message: `npm knows no package "${name}".`, help: "Check the name, and the registry of its scope." };
  if (code === "ETARGET" || code === "ENOVERSIONS")
    return { message: `npm knows no version "${spec}".`, help: `See the versions: npm view ${name} versions` };
  const first = /^npm (?:error|ERR!) (?!code )(.+)$/m.exec(errors)?.[1] ?? "it gave no reason";
  return { message: `npm could not fetch "${spec}": ${first.replace(/\.$/, "")}.`, help: TRY_NPM(spec) };
}

const OFFLINE = new Set(
  "ENOTFOUND EAI_AGAIN ECONNREFUSED ECONNRESET ETIMEDOUT ENETUNREACH EHOSTUNREACH ERR_SOCKET_TIMEOUT ENOTCACHED FETCH_ERROR".split(
    " ",
  ),
);

function versionIn(manifest: Uint8Array | { readonly failure: string } | undefined): string | undefined {
  if (manifest === undefined || "failure" in manifest) return undefined;
  const data = parseJson(new TextDecoder().decode(manifest));
  return isObject(data) && typeof data["version"] === "string" ? data["version"] : undefined;
}
