// A run of generate, check or diff in a project, and the keys of its parts.
import type { ProjectHost } from "../../reader/host.ts";
import type { Fs } from "../files/fs.ts";
import { fingerprintTool } from "../state/fingerprint.ts";
import { onceHost, type Recorder, recordInputs } from "../state/inputs.ts";
import { sha256 } from "../state/manifest.ts";
import { type CachedRun, type CachedTable, readCache } from "./cache.ts";

export interface Project {
  readonly fs: Fs;
  readonly host: ProjectHost;
  /** The project's folder, absolute. */
  readonly root: string;
  /** Every part of the command line that decides which files are made, and the caller's folder; not `only`. */
  readonly identity: string;
  /** The folder of the running tool's modules. */
  readonly toolFolder: string;
  /** Kinds, tables, folders or files of the selected targets and files of people; empty for all of them. */
  readonly only: readonly string[];
}

/** The data that a run needs to use the cache, and to fill it at its end. */
export interface Run {
  readonly project: Project;
  /** The disk, as the run sees it. */
  readonly host: ProjectHost;
  /** Everything but the tables has to be read through its host. */
  readonly recorder: Recorder;
  readonly tool: string;
  readonly cached: CachedRun | undefined;
  /** Whether parts of the cache may stand for work. */
  readonly useCache: boolean;
}

/** The part of a run that keys come of. */
export type KeyedRun = Pick<Run, "host" | "tool" | "cached" | "useCache">;

export function startRun(project: Project, { useCache }: { readonly useCache: boolean }): Run {
  const tool = fingerprintTool(project.fs, project.toolFolder);
  const host = onceHost(project.host);
  return { project, host, recorder: recordInputs(host), tool, cached: readCache(project, tool), useCache };
}

/** `made` is everything besides the files that the table was made from. */
export function tableKey(
  { tool }: Pick<Run, "tool">,
  path: string,
  inputs: CachedTable["inputs"],
  made: unknown,
): string {
  return keyOf([tool, path, inputs, made]);
}

export function keyOf(parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}
