// Measures what a generated table costs those who check types: the compiler in an otherwise empty project, and completions in an editor.
// Run it on a quiet machine: node --import tsx test/bench/typecheck.ts [--rounds 7].
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TypescriptOptions } from "../../generator/products/options.gen.ts";
import { plain } from "../corpora/tables/plain.ts";
import { createRandom } from "../corpora/tables/random.ts";
import { modelOfText } from "../helpers/model-fixtures.ts";
import { writeProduct } from "../helpers/typescript-files.ts";
import { compilerPath } from "../judges/compilers/compilers.ts";
import { ts } from "../judges/compilers/typescript-library.ts";
import { markdownTable, publish } from "./publish.ts";
import { median } from "./race.ts";

const rounds = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 7;
const COMPILERS = ["typescript", "typescript-5.9"];
const COUNTS = [2000, 10_000];
const random = createRandom(1);

const OPTIONS = { target: "es2022", module: "nodenext", strict: true, noEmit: true, skipLibCheck: true, types: [] };
const CONSUMER = `import { isPlainError } from "./errors/guards.js";

export function codeOf(value: unknown): string | undefined {
  return isPlainError(value) ? value.errorCode : undefined;
}
`;
/** What the union is asked for: each code in a switch that ends in never. */
const NARROWING = `import type { PlainError } from "./errors/types.js";
export function numberOf(error: PlainError): number {
  switch (error.errorCode) {
${Array.from({ length: 2000 }, (_, index) => `    case "Resource${index}NotUsable":\n`).join("")}      return 1;
    default:
      return error satisfies never;
  }
}
`;
const EMPTY = "export const nothing = 0;\n";

/** What is asked where the cursor is: a name anywhere, and a code in quotes. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ["a name", "isPla"],
  ["a member of an error", "declare const error: import('./errors/types.js').PlainError; error."],
  ["a code", "isPlainError(0, '"],
];

interface Project {
  readonly name: string;
  readonly folder: string;
}

const work = mkdtempSync(join(tmpdir(), "errtable-types-"));
try {
  const empty = await project("empty project", 0);
  const projects = [empty];
  for (const count of COUNTS) projects.push(await project(`one guard of ${count.toLocaleString("en")} codes`, count));
  for (const count of COUNTS) {
    const name = `one guard of ${count.toLocaleString("en")} codes, with language: js`;
    projects.push(await project(name, count, CONSUMER, { language: "js" }));
  }
  const union: TypescriptOptions = { discriminatedUnion: "always" };
  const narrowing = `${CONSUMER}${NARROWING}`;
  projects.push(await project("one guard of 2,000 codes, discriminatedUnion: always", 2000, CONSUMER, union));
  projects.push(await project("the same, and a switch over each code", 2000, narrowing, union));
  const all = CONSUMER.replace("guards.js", "index.js");
  projects.push(await project("one guard of all files of 2,000 codes", 2000, all));
  const parts: TypescriptOptions["parts"] = ["codes", "guards", "messages", "decode", "table", "server"];
  projects.push(await project("the same, with the part server", 2000, all, { parts }));
  const tables = COMPILERS.map((compiler) => compilerTable(compiler, projects));
  const intro = `Whole processes on Node ${process.version}: medians of ${rounds} rounds in random order.`;
  publish("types", `${intro}\n\n${tables.join("\n")}\n${completionTable(projects)}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function project(
  name: string,
  count: number,
  text = count === 0 ? EMPTY : CONSUMER,
  options: TypescriptOptions = {},
): Promise<Project> {
  const folder = mkdtempSync(join(work, "project-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, files: ["main.ts"] }));
  writeFileSync(join(folder, "main.ts"), text);
  if (count > 0)
    await writeProduct(modelOfText(plain(count)["plain.errors.yaml"] ?? ""), join(folder, "errors"), options);
  return { name, folder };
}

function compilerTable(compiler: string, projects: readonly Project[]): string {
  const times = projects.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    const keys = projects.map((_, index) => ({ index, key: random.below(2 ** 31) }));
    for (const { index } of keys.toSorted((a, b) => a.key - b.key)) {
      const time = check(compiler, projects[index]?.folder ?? "");
      // The first round warms the disk's caches.
      if (round >= 0) times[index]?.push(time);
    }
  }
  const medians = times.map((each) => median(each) ?? 0);
  const rows = projects.map(({ name }, index) => {
    const time = medians[index] ?? 0;
    return [name, `${time.toFixed(0)} ms`, (time / (medians[0] ?? 1)).toFixed(2)];
  });
  return markdownTable([versionOf(compiler), "median", "× empty project"], rows);
}

function check(compiler: string, folder: string): number {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const started = process.hrtime.bigint();
  const done = spawnSync(process.execPath, [compilerPath(compiler), "-p", folder], { env, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${compiler} found mistakes: ${done.stdout}${done.stderr}`.slice(0, 1000));
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function versionOf(compiler: string): string {
  const { stdout } = spawnSync(process.execPath, [compilerPath(compiler), "--version"], { encoding: "utf8" });
  return `TypeScript ${stdout.replace("Version", "").trim()}`;
}

function completionTable(projects: readonly Project[]): string {
  const rows = projects.slice(1, 1 + COUNTS.length).flatMap(({ name, folder }) =>
    QUESTIONS.map(([question, text]) => {
      const times: number[] = [];
      const ask = editor(folder);
      let found = 0;
      for (let round = -1; round < rounds; round++) {
        const started = process.hrtime.bigint();
        found = ask(`${CONSUMER}${" ".repeat(round + 1)}${text}`);
        if (round >= 0) times.push(Number(process.hrtime.bigint() - started) / 1e6);
      }
      return [`${question}, ${name}`, `${(median(times) ?? 0).toFixed(0)} ms`, String(found)];
    }),
  );
  return markdownTable([`completions in TypeScript ${ts.version}, after each key`, "median", "offered"], rows);
}

/** Asks what completes a text at its end, with what is exported elsewhere. */
function editor(folder: string): (text: string) => number {
  const main = join(folder, "main.ts");
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions: OPTIONS }, ts.sys, folder);
  let version = 0;
  let text = "";
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [main],
    getScriptVersion: (path) => (path === main ? String(version) : "0"),
    getScriptSnapshot: (path) => {
      const content = path === main ? text : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
  });
  return (next) => {
    text = next;
    version += 1;
    const preferences = { includeCompletionsForModuleExports: true, includeCompletionsWithInsertText: true };
    return service.getCompletionsAtPosition(main, text.length, preferences)?.entries.length ?? 0;
  };
}
