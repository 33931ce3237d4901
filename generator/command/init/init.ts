// Starts a project: a table of two rows, a configuration, and the lines that Git and formatters need; never overwrites a file.
import { basename, join } from "node:path";
import { groupBy } from "../../diagnostic/group-by.ts";
import { showControls } from "../../diagnostic/unseen.ts";
import { errorCode, type Fs } from "../../output/files/fs.ts";
import { manifestName } from "../../output/files/paths.ts";
import { manifestOf } from "../../output/plan/plan.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import { sha256 } from "../../output/state/manifest.ts";
import type { OutputFile } from "../../output/state/target.ts";
import { createFiles } from "../../output/write/apply.ts";
import { schemaFiles } from "../../products/schemas/index.ts";
import type { Host } from "../../reader/host.ts";
import { TABLE_NAME, TRANSLATION_NAME } from "../../reader/table/spec-files.ts";
import type { Terminal } from "../../report/terminal.ts";
import type { Streams } from "../session/questions.ts";
import { biomeAdvice, hasLine, lineAdvice, names, targetAdvice } from "./init-advice.ts";
import { type Answers, askAnswers, type Defaults, standardAnswers } from "./init-dialogue.ts";
import {
  ACCEPTED_LINE,
  CONFIG,
  fileOf,
  firstTable,
  GIT_LINE,
  type NewProject,
  PRETTIER_LINE,
  projectFiles,
  TABLES_LINE,
  tableName,
} from "./init-files.ts";

import { fittingOptions } from "./init-options.ts";

/** The surroundings of init; the folder is an absolute path. */
export interface InitPlace {
  readonly folder: string;
  readonly fs: Fs;
  readonly terminal: Pick<Terminal, "out" | "err">;
  /** The terminal for questions; undefined where nobody can answer them. */
  readonly streams?: Streams | undefined;
}

export async function init(given: string | undefined, place: InitPlace): Promise<ExitCode | 130> {
  const { folder, terminal, streams } = place;
  const present = presentTable(given, place);
  const name = tableName(given ?? basename(folder)) ?? (given === undefined ? "MyService" : undefined);
  if (present === undefined && name === undefined) return refuseName(given ?? "", terminal);
  const defaults: Defaults = {
    name: present === undefined ? name : undefined,
    isNamed: given !== undefined,
    usesPrettier: usesPrettier(place),
  };
  const answers = streams === undefined ? standardAnswers(defaults) : await askAnswers(defaults, streams);
  if (answers === undefined) {
    terminal.err("\nNothing was written.\n");
    return 130;
  }
  const isNamed = given !== undefined || streams !== undefined;
  return createProject({ ...projectOf(answers, present), isNamed }, place, answers.keepsPrettierOut);
}

function projectOf({ name = "", member, products }: Answers, present: string | undefined): Omit<NewProject, "isNamed"> {
  return present === undefined
    ? { file: fileOf(name), table: firstTable(name, member), products }
    : { file: present, table: undefined, products };
}

/** The file name of a table that is there: the named one, or the only one of the folder. */
function presentTable(given: string | undefined, { folder, fs }: InitPlace): string | undefined {
  if (given === undefined) {
    const tables = fs.list(folder).filter((file) => TABLE_NAME.test(file) && !TRANSLATION_NAME.test(file));
    return tables.length === 1 ? tables[0] : undefined;
  }
  const names = [given, `${given}.errors.yaml`, fileOf(tableName(given) ?? "")];
  return names.find((file) => TABLE_NAME.test(file) && basename(file) === file && isFile(join(folder, file), fs));
}

function readerOf(fs: Fs): Pick<Host, "read"> {
  return { read: (path) => (isFile(path, fs) ? fs.read(path) : { failure: "missing", detail: "no such file" }) };
}

/** A link that leads nowhere is no file, and in the way. */
function isFile(path: string, fs: Fs): boolean {
  const real = fs.real(path);
  return real !== undefined && fs.entry(real)?.kind === "file";
}

const PRETTIER_FILES = /^(?:\.prettierignore|\.prettierrc(?:\..+)?|prettier\.config\..+)$/;

function usesPrettier({ folder, fs }: InitPlace): boolean {
  if (fs.list(folder).some((name) => PRETTIER_FILES.test(name))) return true;
  return /"prettier"\s*:/.test(textOf(join(folder, "package.json"), fs));
}

/** Empty for a file that cannot be read. */
function textOf(path: string, fs: Fs): string {
  try {
    return Buffer.from(fs.read(path)).toString();
  } catch {
    return "";
  }
}

export function refuseName(given: string, terminal: Pick<Terminal, "err">): ExitCode {
  terminal.err(
    `"${showControls(given)}" is no name for a table: it begins with a letter, then letters and digits, ` +
      "at most 64 in all, as in MyService.\n",
  );
  return 2;
}

/** All of the files, and the lines for other tools, or nothing. */
export async function createProject(
  project: NewProject,
  place: InitPlace,
  keepsPrettierOut = usesPrettier(place),
): Promise<ExitCode> {
  const { folder, fs, terminal } = place;
  const isThere = (path: string): boolean => fs.entry(join(folder, path)) !== undefined;
  try {
    const options = fittingOptions(join(folder, "errors/typescript"), readerOf(fs));
    const {
      files: all,
      copies,
      further,
    } = projectFiles(project, folder, (path) => fs.real(path) !== undefined, options);
    const isFurther = project.isNamed && isFile(join(folder, CONFIG), fs);
    const advice = isFurther && !names(textOf(join(folder, CONFIG), fs), project.file) ? targetAdvice(further) : "";
    const taken = all.map(({ path }) => path).filter(isThere);
    if (taken.length > (isFurther && project.table !== undefined ? 1 : 0)) {
      terminal.err(`Nothing was written: ${taken.join(" and ")} ${taken.length === 1 ? "is" : "are"} there already.\n`);
      if (advice !== "") terminal.err(`\n${advice}`);
      return 4;
    }
    const files = all.filter(({ path }) => !taken.includes(path));
    const lines = [GIT_LINE, TABLES_LINE, ACCEPTED_LINE, ...(keepsPrettierOut ? [PRETTIER_LINE] : [])];
    const absent = groupBy(
      lines.filter(({ path }) => !isThere(path)),
      ({ path }) => path,
    );
    const ofTools = Array.from(absent, ([path, own]) => ({ path, text: own.map(({ line }) => `${line}\n`).join("") }));
    const made = [...files, ...ofTools];
    const schemas = copies === undefined || isThere(copies) ? [] : await schemaCopies(copies);
    createFiles(fs, folder, [...made, ...schemas]);
    const left = lines.filter(({ path, line }) => isThere(path) && !hasLine(textOf(join(folder, path), fs), line));
    terminal.err([advice, ...left.map(lineAdvice), ...biomeAdvice(fs.list(folder))].join(""));
    terminal.out(made.map(({ path }) => `created ${path}\n`).join(""));
    if (schemas.length > 0) terminal.out(`created ${copies}/ with the schemas for editors\n`);
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    terminal.err(`Nothing was written: ${showControls(error.message)}.\n`);
    return 4;
  }
  terminal.err(
    `\nNext:\n  errtable lint       check the table\n  errtable generate   make everything in errors/\n  errtable check      fail if anything is out of date (for CI)\n  errtable merge-driver --install   let Git merge tables and generated files (once per clone)\n`,
  );
  return 0;
}

/** The files of a target of schemas as generate makes them, so that editors find them before its first run. */
async function schemaCopies(folder: string): Promise<readonly OutputFile[]> {
  const files = await schemaFiles();
  const manifest = manifestOf(new Map(files.map(({ path, text }) => [path, sha256(text)])), {
    folder,
    config: CONFIG,
  });
  return [...files, { path: manifestName, text: manifest }].map(({ path, text }) => ({
    path: `${folder}/${path}`,
    text,
  }));
}
