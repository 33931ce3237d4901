// Measures how fast messages of unknown codes are decoded, against what people write by hand: freshly parsed messages, in random
// order of contestants within each round, as ratios of medians. Then how the time grows with hostile messages.
// node --import tsx test/bench/decode.ts [rounds]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { compileModels } from "../../generator/compile.ts";
import type { Model } from "../../generator/model/model.ts";
import { render } from "../../generator/products/render.ts";
import { typescript } from "../../generator/products/typescript/index.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { findTemplates, makeMatcher } from "../../generator/runtime/matcher.ts";
import { isPossibleMessage, readMessage, wordsOf } from "../../generator/runtime/printf.ts";
import { formatTemplate, partsOf } from "../../generator/template/read-template.ts";
import type { Template } from "../../generator/template/template.ts";
import { cloud } from "../corpora/tables/cloud.ts";
import { compiler } from "../corpora/tables/compiler.ts";
import { database } from "../corpora/tables/database.ts";
import { plain } from "../corpora/tables/plain.ts";
import { at, createRandom, type Random } from "../corpora/tables/random.ts";
import { flatErrors } from "../helpers/flat-error.ts";
import { markdownTable, publish } from "./publish.ts";

type Decode = (message: string) => unknown;

const rounds = Number(process.argv[2]) || 9;
const MESSAGES = 400;

const tables: readonly (readonly [string, Model])[] = [
  ["plain", modelOf(plain(2000))],
  ["compiler", modelOf(compiler())],
  ["database", modelOf(database())],
  ["cloud", modelOf(cloud(2000))],
  ["weak ends", modelOf(weakEnds(2000))],
];

const intro = `Node ${process.version}, ${rounds} rounds of ${MESSAGES} messages; times per message, and how many times as long others take.`;
const rows: (readonly string[])[] = [];
for (const [name, model] of tables) rows.push(await race(name, model));
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

async function race(name: string, model: Model): Promise<readonly string[]> {
  const templates = flatErrors(model).flatMap(({ template }) => (template === undefined ? [] : [template]));
  const decode = await productOf(model);
  const before = performance.now();
  decode("the first message makes the index");
  const firstUse = performance.now() - before;
  const contestants: readonly (readonly [string, Decode])[] = [
    ["errtable", decode],
    ["regex loop", regexLoop(templates)],
    ["one regex", oneRegex(templates)],
    ["indexOf loop", indexOfLoop(templates)],
  ];
  const random = createRandom(7);
  const times = new Map<string, number[]>(contestants.map(([contestant]) => [contestant, []]));
  for (let round = -1; round < rounds; round += 1) {
    const text = JSON.stringify(Array.from({ length: MESSAGES }, () => makeMessage(model, random)));
    for (const [contestant, run] of shuffle(contestants, random)) {
      // The first round is there for the compiler that optimizes while the program runs.
      const time = timeOf(run, text, round < 0 ? 500 : 30);
      if (round >= 0) times.get(contestant)?.push(time);
    }
  }
  const [own = 0, ...others] = contestants.map(([contestant]) => median(times.get(contestant) ?? []));
  const cells = others.map((time) => `× ${(time / own).toFixed(0)}`);
  return [name, String(templates.length), `${own.toFixed(0)} ns`, `${firstUse.toFixed(1)} ms`, ...cells];
}

/** Nanoseconds per message; strings that were seen before would be faster than those that servers send. */
function timeOf(run: Decode, text: string, enough: number): number {
  let total = 0;
  let count = 0;
  while (total < enough) {
    const messages = JSON.parse(text) as readonly string[];
    const start = performance.now();
    for (const message of messages) run(message);
    total += performance.now() - start;
    count += messages.length;
  }
  return (total * 1e6) / count;
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

function regexLoop(templates: readonly Template[]): Decode {
  const patterns = templates.map((template) => new RegExp(`^${patternOf(template)}$`, "s"));
  return (message) => {
    for (const pattern of patterns) {
      const match = pattern.exec(message);
      if (match !== null) return match;
    }
    return undefined;
  };
}

function oneRegex(templates: readonly Template[]): Decode {
  const pattern = new RegExp(`^(?:${templates.map((template) => `(${patternOf(template)})`).join("|")})$`, "s");
  return (message) => pattern.exec(message);
}

function patternOf(template: Template): string {
  const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return partsOf(template)
    .map((part) => (typeof part === "string" ? literal(part) : "(.*?)"))
    .join("");
}

function indexOfLoop(templates: readonly Template[]): Decode {
  const all = templates.map((template) => wordsOf(partsOf(template)));
  return (message) => all.find((words) => isMessage(words, message));
}

function isMessage(words: readonly string[], message: string): boolean {
  const [first = "", ...others] = words;
  if (others.length === 0) return message === first;
  const last = others.pop() ?? "";
  if (!message.startsWith(first) || !message.endsWith(last)) return false;
  let from = first.length;
  for (const word of others) {
    const place = message.indexOf(word, from);
    if (place < 0) return false;
    from = place + word.length;
  }
  return from + last.length <= message.length;
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
    return median(samples);
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

/** The generated function, as JavaScript: what runs TypeScript in place slows functions down. */
async function productOf(model: Model): Promise<Decode> {
  const folder = mkdtempSync(join(tmpdir(), "errtable-bench-"));
  try {
    for (const artifact of await typescript.emit(model, { importExtension: ".ts" })) {
      const { path, text } = await render(artifact);
      writeFileSync(join(folder, path), text);
    }
    const outfile = join(folder, "decode.mjs");
    await build({ entryPoints: [join(folder, "decode.ts")], bundle: true, format: "esm", outfile, logLevel: "error" });
    const product = (await import(outfile)) as Readonly<Record<string, Decode>>;
    return product[`decode${model.name}Message`] as Decode;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => [random.below(1e9), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
