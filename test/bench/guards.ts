// Measures generated guards against the libraries that people write guards with, on the same values: speed, and size in a bundle.
// Run it on a quiet machine: node --import tsx test/bench/guards.ts [--rounds 61] [--only Params].
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import type { Model } from "../../generator/model/model.ts";
import { plain } from "../corpora/tables/plain.ts";
import { modelOfFile, modelOfText } from "../helpers/model-fixtures.ts";
import { writeProduct } from "../helpers/typescript-files.ts";
import { BENCH, peerModules } from "./guard-peers.ts";
import { bodyLines, messageExpressions, messageLines } from "./guard-values.ts";
import { markdownTable, publish } from "./publish.ts";
import { type Result, race, resultTable } from "./race.ts";

const rounds = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 61;
const only = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "") : "";
const cache = join(BENCH, "node_modules/.cache");
mkdirSync(cache, { recursive: true });
const work = mkdtempSync(join(cache, "guards-"));

interface Contestants {
  readonly title: string;
  readonly lines: readonly string[];
  /** The texts of modules that export `run`, by name; the generated code comes first. */
  readonly modules: ReadonlyMap<string, string>;
}

const INTRODUCTION = `Node ${process.version}, ${rounds} rounds in random order, one process per contestant, medians. Bodies and messages are freshly
parsed from JSON each time; parsing is not timed. "yes" counts the values of 1,000 that were accepted.`;

try {
  const small = modelOfFile("spec/function-compute.errors.yaml");
  const large = modelOfText(plain(2000)["plain.errors.yaml"] ?? "");
  const sections = [
    ...(await guardsOf("FunctionCompute", "15 codes", small)),
    ...(await guardsOf("Plain", "2,000 codes", large)),
    ...(await guardsOf("Integers", "15 integer codes", integers(15))),
    ...(await guardsOf("Integers", "2,000 integer codes", integers(2000))),
    ...(await guardsOf("Braces", "15 codes with {name}", braces(15))).filter(readsParams),
    ...(await guardsOf("Braces", "2,000 codes with {name}", braces(2000))).filter(readsParams),
  ].filter(({ title }) => title.startsWith(only));
  const texts: string[] = [];
  for (const section of sections) texts.push(resultTable(section.title, await raceOf(section)));
  const sized = sections.filter((section) => !readsParams(section));
  const text = `${INTRODUCTION}\n\n${texts.join("\n")}\n${sizes(sized)}`;
  if (only === "") publish("guards", text);
  else console.log(text);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function guardsOf(name: string, size: string, model: Model): Promise<readonly Contestants[]> {
  const folder = join(work, size.replace(/\W+/g, "-"));
  await writeProduct(model, join(folder, "files"), { importExtension: ".ts", perCode: "always" });
  const codes = model.errors.map(({ wireCode }) => wireCode);
  const one = model.errors[0];
  const files = JSON.stringify(join(folder, "files/index.ts"));
  const expressions = JSON.stringify(messageExpressions(model));
  const guard = (name: string): readonly [string, string] => ["errtable", `export { ${name} as run } from ${files};`];
  const lines = bodyLines(model);
  return [
    {
      title: `Whole table, ${size}`,
      lines,
      modules: new Map([guard(`is${name}Error`), ...peerModules(codes, folder)]),
    },
    {
      title: `One code, ${size}`,
      lines,
      modules: new Map([guard(`is${one?.errorName}`), ...peerModules(codes.slice(0, 1), folder)]),
    },
    {
      title: `Params of a known code, ${size}`,
      lines: messageLines(model),
      modules: new Map([
        [
          "errtable",
          `import { parse${name}Message as parse } from ${files};
export const run = ({ code, message }) => parse(code, message);`,
        ],
        [
          "regular expression with named groups",
          `const expressions = new Map(${expressions}.map(([code, source]) => [code, new RegExp(source, "s")]));
export const run = ({ code, message }) => expressions.get(code).exec(message)?.groups;`,
        ],
      ]),
    },
  ];
}

function readsParams({ title }: Contestants): boolean {
  return title.startsWith("Params");
}

/** The table of so many codes with names in braces in place of directives. */
function braces(count: number): Model {
  const text = (plain(count)["plain.errors.yaml"] ?? "").replace("name: Plain", 'name: Braces\nplaceholders: "{name}"');
  return modelOfText(
    text
      .replaceAll("resource '%s'", "resource '{name}'")
      .replaceAll("'%s' of '%s' in '%s'", "'{name}' of '{owner}' in '{place}'")
      .replaceAll("than %d parts", "than {limit} parts")
      .replaceAll("limit: {", "limit: { type: integer,"),
  );
}

/** The table of so many codes with numbers in place of the codes. */
function integers(count: number): Model {
  const text = plain(count)["plain.errors.yaml"] ?? "";
  const numbered = text
    .replace("name: Plain", "name: Integers")
    .replace("code: /errorCode", "code: { at: /errorCode, type: integer }")
    .replace(
      /^ {2}(Resource(\d+)NotUsable):/gm,
      (_, name, index) => `  "${10_000 + 37 * index}":\n    identifier: ${name}`,
    );
  return modelOfText(numbered);
}

async function raceOf({ title, lines, modules }: Contestants): Promise<readonly Result[]> {
  const runner = JSON.stringify(join(BENCH, "race-runner.ts"));
  const runners = [...modules].map(([name, text], index) => {
    const path = join(work, `${title.replace(/\W+/g, "-")}-${index}`);
    writeFileSync(`${path}.js`, text);
    writeFileSync(
      `${path}-runner.js`,
      `import { serveRounds } from ${runner};\nserveRounds(async () => (await import(${JSON.stringify(`${path}.js`)})).run, ${JSON.stringify(lines)});`,
    );
    bundle(`${path}-runner.js`, { outfile: `${path}.mjs` });
    return { name, path: `${path}.mjs` };
  });
  return race(runners, rounds);
}

function bundle(entry: string, options: { readonly outfile?: string; readonly minify?: boolean }): Uint8Array {
  const { outputFiles } = buildSync({
    ...options,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    write: options.outfile !== undefined,
    logLevel: "error",
  });
  return outputFiles?.[0]?.contents ?? new Uint8Array();
}

/** What a bundle with nothing but the guard takes, minified, and compressed. */
function sizes(sections: readonly Contestants[]): string {
  const names = [...(sections[0]?.modules.keys() ?? [])];
  const rows = names.map((name) => {
    const cells = sections.map(({ modules }) => {
      const path = join(work, "size.js");
      writeFileSync(path, modules.get(name) ?? "");
      const code = bundle(path, { minify: true });
      return `${code.length} (${gzipSync(code, { level: 9 }).length})`;
    });
    return [name, ...cells];
  });
  return markdownTable(["bytes minified (and compressed)", ...sections.map(({ title }) => title)], rows);
}
