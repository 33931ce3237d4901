// Measures how fast messages of unknown codes are decoded, against what people write by hand, as ratios of medians. Then how
// the time grows with hostile messages.
// node --import tsx test/bench/decode.ts [rounds]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { compileModels } from "../../generator/compile.ts";
import type { Model } from "../../generator/model/model.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { findTemplates, makeMatcher } from "../../generator/runtime/messages/matcher.ts";
import { wordsOf } from "../../generator/runtime/printf/parts.ts";
import { isPossibleMessage, readMessage } from "../../generator/runtime/printf/printf.ts";
import { formatTemplate, partsOf } from "../../generator/template/read-template.ts";
import type { Template } from "../../generator/template/template.ts";
import { cloud } from "../corpora/tables/cloud.ts";
import { compiler } from "../corpora/tables/compiler.ts";
import { database } from "../corpora/tables/database.ts";
import { plain } from "../corpora/tables/plain.ts";
import { at, createRandom, type Random } from "../corpora/tables/random.ts";
import { flatErrors } from "../helpers/flat-error.ts";
import { writeProduct } from "../helpers/typescript-files.ts";
import { BENCH } from "./guard-peers.ts";
import { markdownTable, publish } from "./publish.ts";
import { median, race } from "./race.ts";

const rounds = Number(process.argv[2]) || 9;
const MESSAGES = 1000;
/** Nanoseconds. */
const WARM = 5e8;
const cache = join(BENCH, "node_modules/.cache");
mkdirSync(cache, { recursive: true });
const work = mkdtempSync(join(cache, "decode-"));

const tables: readonly (readonly [string, Model])[] = [
  ["plain", modelOf(plain(2000))],
  ["compiler", modelOf(compiler())],
  ["database", modelOf(database())],
  ["cloud", modelOf(cloud(2000))],
  ["weak ends", modelOf(weakEnds(2000))],
];

const intro = `Node ${process.version}, ${rounds} rounds in random order, one process per contestant, medians over ${MESSAGES} messages that are freshly
parsed from JSON; times per message, and how many times as long others take.`;
const rows: (readonly string[])[] = [];
try {
  for (const [name, model] of tables) rows.push(await raceOf(name, model));
} finally {
  rmSync(work, { recursive: true, force: true });
}
const speeds = markdownTable(
  [
    "table",
    "templates",
    "errtable",
    "first use",
    "loop of regular expressions",
    "one regular expression",
    "loop of indexOf",
  ],
  rows,
);
const counts = Array.from({ length: 8 }, (_, index) => index + 1);
const growth = markdownTable(
  ["hostile messages, params", "1 kB", "16 kB", "128 kB", "1 MB", "exponent"],
  counts.map(hostile),
);
publish("messages", `${intro}\n\n${speeds}\n${growth}`);

/** A row of the table: one process per contestant, as in all races. */
async function raceOf(name: string, model: Model): Promise<readonly string[]> {
  const templates = flatErrors(model).flatMap(({ template }) => (template === undefined ? [] : [partsOf(template)]));
  const folder = join(work, name.replace(/\W+/g, "-"));
  await writeProduct(model, join(folder, "files"), { importExtension: ".ts" });
  const random = createRandom(7);
  const lines = Array.from({ length: MESSAGES }, () => JSON.stringify(makeMessage(model, random)));
  const decode = `decode${model.name}Message`;
  const own = `import { ${decode} } from "./files/decode.ts";
const start = performance.now();
${decode}("the first message makes the index");
export const firstUse = performance.now() - start;
export const run = ${decode};`;
  const peers = ["regexLoop", "oneRegex", "indexOfLoop"].map((peer) => {
    const path = JSON.stringify(join(BENCH, "decode-peers.ts"));
    return `import { ${peer} } from ${path};\nexport const run = ${peer}(${JSON.stringify(templates)});`;
  });
  const runners = [own, ...peers].map((text, index) => ({ name, path: runnerOf(folder, index, text, lines) }));
  const [time = 0, ...others] = (await race(runners, rounds)).map(({ nanoseconds = 0 }) => nanoseconds);
  const { firstUse } = (await import(join(folder, "0.mjs"))) as { readonly firstUse: number };
  const cells = others.map((other) => `× ${(other / time).toFixed(0)}`);
  return [name, String(templates.length), `${time.toFixed(0)} ns`, `${firstUse.toFixed(1)} ms`, ...cells];
}

/** The path of a bundle that answers to the rounds of a race; beside it is the bundle of the contestant alone. */
function runnerOf(folder: string, index: number, text: string, lines: readonly string[]): string {
  const path = join(folder, String(index));
  const runner = JSON.stringify(join(BENCH, "race-runner.ts"));
  writeFileSync(`${path}.js`, text);
  writeFileSync(
    `${path}-runner.js`,
    `import { serveRounds } from ${runner};
serveRounds(async () => (await import("./${index}.js")).run, ${JSON.stringify(lines)}, ${WARM});`,
  );
  for (const entry of [path, `${path}-runner`])
    buildSync({
      entryPoints: [`${entry}.js`],
      outfile: `${entry}.mjs`,
      bundle: true,
      format: "esm",
      platform: "node",
      logLevel: "error",
    });
  return `${path}-runner.mjs`;
}

/** 70 of 100 are the table's, some with quotes in their values; the others are cut off, or of another program. */
function makeMessage(model: Model, random: Random): string {
  const templated = flatErrors(model).filter(({ template }) => template !== undefined);
  const { template, params } = random.pick(templated);
  const tricky = random.below(100) < 15;
  const values = params.map(({ type }) => {
    if (type === "int64") return BigInt(random.below(1e9));
    if (type !== "string") return random.below(1e6);
    return tricky ? `it's '${random.below(1e6)}' of` : `value-${random.below(1e6)}`;
  });
  const message = formatTemplate(template as Template, values);
  const kind = random.below(10);
  if (kind < 7) return message;
  if (kind < 8) return message.slice(0, random.below(message.length));
  if (kind < 9) return `${message}, and something else happened ${random.below(1e6)} times`;
  return `connect ECONNREFUSED 127.0.0.1:${random.below(65536)}`;
}

/** Many templates of so many params, and messages that nearly have all of their words over and over. */
function hostile(count: number): readonly string[] {
  const templates = Array.from({ length: 500 }, (_, index) => [
    "'",
    ...Array.from({ length: count - 1 }, (__, slot) => `' of ${index % 50} in '${slot % 2 === 0 ? index : ""}`),
    index % 2 === 0 ? "'" : "' does not exist",
  ]);
  const all = templates.map((words) =>
    words.flatMap((word, index) => (index === 0 ? [word] : [slot(index - 1), word])),
  );
  const matcher = makeMatcher(all.map((parts) => [parts, wordsOf(parts)] as const));
  const sizes = [2 ** 10, 2 ** 14, 2 ** 17, 2 ** 20];
  const times = sizes.map((size) => {
    const unit = "' of 7 in '7' of 8 in 'aaaa' of 7 in '";
    const message = `${unit.repeat(Math.ceil(size / unit.length))}'`;
    const runs = Math.max(3, Math.ceil(2 ** 19 / size));
    const samples = Array.from({ length: 5 }, () => {
      const start = performance.now();
      for (let run = 0; run < runs; run += 1) {
        for (const parts of findTemplates(matcher, message)) {
          readMessage(parts, Array<"string">(count).fill("string"), message) ?? isPossibleMessage(parts, message);
        }
      }
      return (performance.now() - start) / runs;
    });
    return median(samples) ?? 0;
  });
  const exponent = Math.log((times[3] ?? 0) / (times[0] ?? 1)) / Math.log(2 ** 10);
  return [String(count), ...times.map((time) => `${time.toFixed(3)} ms`), exponent.toFixed(2)];
}

function slot(param: number): readonly [number, string] {
  return [param, "%s"];
}

/** Nothing but quotes at both ends: only what is between tells the templates apart. */
function weakEnds(count: number): Readonly<Record<string, string>> {
  const words = "bucket key alias role policy volume queue topic user index".split(" ");
  const rows = Array.from({ length: count }, (_, index) => {
    const word = at(words, index % words.length);
    const message =
      index % 3 === 0 ? `"%s is no ${word} of kind ${index} in %s"` : `"'%s' has no ${word}-${index} for '%s'"`;
    return `  Code${index}:\n    status: 400\n    message: ${message}\n    params: { one: {}, other: {} }\n`;
  });
  return { "weak.errors.yaml": `errtable: 1\nname: Weak\nerrors:\n${rows.join("")}` };
}

function modelOf(files: Readonly<Record<string, string>>): Model {
  const path = `/${Object.keys(files)[0]}`;
  const model = compileModels({ tables: [path], targets: [] }, memoryHost(files)).models.get(path);
  if (model === undefined) throw new Error(`The table ${path} has errors.`);
  return model;
}
