// A program of the old version, with the types of both versions, becomes the errors that a compiler finds with the new ones alone.
import { join } from "node:path";
import type { Related } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { Change } from "../../evolution/change.ts";
import { type ConsumerLine, consumerText, oldConsumer } from "../../evolution/old-consumer.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import { inTemporaryFolder } from "../../output/disk.ts";
import { runScript } from "../../output/git/run-program.ts";
import { createFiles } from "../../output/write/apply.ts";
import { makeFiles } from "../../products/index.ts";
import type { TypescriptOptions } from "../../products/options.gen.ts";
import type { Session } from "../session/session.ts";
import type { TypeScript } from "./find-typescript.ts";

export interface OldProgram {
  readonly lines: readonly ConsumerLine[];
  readonly source: SourceFile;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Codes that do not differ by themselves: their lines tell of differences of the whole table alone. */
  readonly same: ReadonlySet<string>;
}

/** Only the errors that differ are in it, so that it is small; a few more where the table as a whole differs. */
export async function programOf(old: Model, now: Model, changes: readonly Change[]): Promise<OldProgram> {
  const named = new Set(changes.flatMap(({ code, new: after }) => [code, after]));
  const isWhole = changes.some(({ code }) => code === undefined);
  const others = isWhole ? old.errors.flatMap(({ code }) => (named.has(code) ? [] : [code])).slice(0, 3) : [];
  const same = new Set(others);
  const isIn = ({ code }: ErrorModel): boolean => named.has(code) || same.has(code);
  const [before, after] = [withErrors(old, isIn), withErrors(now, isIn)];
  const [known, errors] = [await declarations(before), await declarations(after)];
  const codes = new Set(before.errors.map(({ code }) => code));
  const added = after.errors.filter(({ code }) => !codes.has(code));
  const lines = oldConsumer(before, known, added);
  const text = consumerText(lines);
  const folder = (name: string, api: string) => [
    { path: `${name}/known.d.ts`, text: known },
    { path: `${name}/errors.d.ts`, text: api },
    { path: `${name}/program.ts`, text },
  ];
  return {
    lines,
    source: { path: `old-program-of-${old.name}.ts`, text },
    files: [...folder("old", known), ...folder("new", errors), ...PROJECT],
    same,
  };
}

function withErrors(model: Model, isIn: (error: ErrorModel) => boolean): Model {
  const errors = model.errors.filter(isIn);
  const codes = new Set(errors.map(({ code }) => code));
  const operations = model.operations.map(({ name, answers }) => ({
    name,
    answers: answers.filter(({ code }) => codes.has(code)),
  }));
  return { ...model, errors, operations: operations.filter(({ answers }) => answers.length > 0) };
}

async function declarations(model: Model): Promise<string> {
  const files = await makeFiles({ kind: "typescript", options: OPTIONS }, model);
  return files.find(({ path }) => path === "errors.d.ts")?.text ?? "";
}

/** Every break shows in these forms, for tables of any size. */
const OPTIONS: TypescriptOptions = {
  language: "js",
  files: "single",
  parts: ["codes", "guards", "messages"],
  perCode: "always",
  discriminatedUnion: "always",
};

const COMPILER_OPTIONS = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

const PROJECT = [
  { path: "package.json", text: JSON.stringify({ type: "module" }) },
  { path: "tsconfig.json", text: JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["*/program.ts"] }) },
];

export interface Said {
  /** "TypeScript: Property 'x' does not exist … (TS2339)" */
  readonly message: string;
  readonly line: number;
  readonly place: Related["place"];
}

const LIMIT = 120_000;

/** Why nothing can be said, as the end of a sentence; or the errors with the new types. */
export function compileProgram(
  { files, source }: OldProgram,
  compiler: TypeScript,
  { project: { fs } }: Session,
): readonly Said[] | string {
  return inTemporaryFolder((folder) => {
    createFiles(fs, folder, files);
    const args = ["-p", join(folder, "tsconfig.json"), "--pretty", "false"];
    const { exit, output, errors } = runScript(compiler.path, args, { folder, limit: LIMIT });
    if (exit === "stopped") return "the compiler did not end";
    // The lines of an error but its first one are indented.
    const lines = Buffer.from(output)
      .toString()
      .replace(/\r?\n +/g, " ")
      .split(/\r?\n/);
    const found = lines.flatMap((line) => {
      const [, version, row, column, code = "", message = ""] = ERROR.exec(line) ?? [];
      return version === undefined ? [] : [{ version, row: Number(row), column: Number(column), code, message }];
    });
    if (exit !== 0 && found.length === 0)
      return `the compiler failed: ${(errors || lines.join(" ")).trim().slice(0, 200)}`;
    // A program that the old types refuse as well says nothing about the change.
    const known = new Set(found.filter(({ version }) => version === "old").map(placeOf));
    const fresh = found.filter((one) => one.version === "new" && !known.has(placeOf(one)));
    return fresh.map(({ row, column, code, message }) => {
      const start = offsetOf(source, row, column);
      const span = { start, end: start + (/^[\w$]+|^"[^"]*"|^./.exec(source.text.slice(start))?.[0].length ?? 0) };
      return {
        message: `TypeScript: ${withoutFolder(message)} (${code})`,
        line: row,
        place: { source, span },
      };
    });
  });
}

function placeOf({ row, column, code }: { readonly row: number; readonly column: number; readonly code: string }) {
  return `${row}:${column} ${code}`;
}

/** The folder of the program is nobody's. */
function withoutFolder(message: string): string {
  return message.replace(/import\("[^"]*\/(known|errors)"[^)]*\)/g, 'import("$1")');
}

/** In the form that the compilers of all versions print without colours. */
const ERROR = /^(?:.*\/)?(old|new)[/\\]program\.ts\((\d+),(\d+)\): error (TS\d+): (.*)$/;

function offsetOf({ text }: SourceFile, row: number, column: number): number {
  let at = 0;
  for (let line = 1; line < row; line += 1) at = text.indexOf("\n", at) + 1;
  return at + column - 1;
}
