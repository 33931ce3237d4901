// Measures the command line against the tools that people use today: whole processes, in random order within each round, as
// ratios of medians. Run it on a quiet machine: npm run bench [-- --rounds 9] [-- --scale].
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stringify } from "yaml";
import { createRandom } from "../corpora/tables/random.ts";
import { makeTable } from "./make-table.ts";
import { markdownTable, publish } from "./publish.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLI = join(ROOT, "dist/js/cli.js");
const BIN = join(ROOT, "test/bench/node_modules");
const JSON2TS = join(ROOT, "test/judges/compilers/node_modules/json-schema-to-typescript/dist/src/cli.js");
const rounds = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 7;
const random = createRandom(1);

interface Contestant {
  readonly name: string;
  readonly args: readonly string[];
  readonly folder?: string;
  /** What has to be put in order before each run; not timed. */
  readonly before?: () => void;
}

const work = mkdtempSync(join(tmpdir(), "errtable-bench-"));
try {
  const sections = [startup(), large(), embedding()];
  if (process.argv.includes("--scale")) sections.push(scaling());
  const intro = `Whole processes on Node ${process.version}: medians of ${rounds} rounds.`;
  publish("commands", `${intro}\n\n${sections.join("\n")}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Fifteen codes: what a commit hook costs. */
function startup(): string {
  const project = makeProject("fifteen");
  cpSync(join(ROOT, "spec"), join(project, "spec"), { recursive: true });
  errtable(project, ["generate"]);
  const api = join(work, "api.yaml");
  writeFileSync(api, describeApi(join(project, "generated/function-compute/openapi/components.json")));
  const clean = (): void => {
    for (const path of ["generated", "node_modules/.cache"])
      rmSync(join(project, path), { recursive: true, force: true });
  };
  const forget = (): void => rmSync(join(project, "node_modules/.cache"), { recursive: true, force: true });
  const peers = peersOn(api);
  const times = race([
    { name: "node -e 0", args: ["-e", "0"] },
    { name: "errtable lint", args: [CLI, "lint"], folder: project },
    comparison(project, join(project, "spec/function-compute.errors.yaml")),
    {
      name: "errtable check, nothing changed",
      args: [CLI, "check"],
      folder: project,
      before: () => errtable(project, ["generate"]),
    },
    {
      name: "errtable generate, nothing changed",
      args: [CLI, "generate"],
      folder: project,
      before: () => errtable(project, ["generate"]),
    },
    {
      name: "errtable check without the cache",
      args: [CLI, "check"],
      folder: project,
      before: () => {
        errtable(project, ["generate"]);
        forget();
      },
    },
    { name: "errtable generate, everything", args: [CLI, "generate"], folder: project, before: clean },
    ...peers,
  ]);
  return table("15 codes", times, "node -e 0");
}

/** With an older version in which one row has another text. */
function comparison(project: string, path: string): Contestant {
  const old = join(project, "old.yaml");
  writeFileSync(old, readFileSync(path, "utf8").replace("    solution: ", "    solution: Please, "));
  return { name: "errtable breaking", args: [CLI, "breaking", path, "--against", old], folder: project };
}

/** Two thousand codes: what a large table costs, against reading its YAML and nothing else. */
function large(): string {
  const project = makeProject("large");
  const path = makeTable("plain", 2000, project);
  const clean = (): void => rmSync(join(project, "out"), { recursive: true, force: true });
  const generate = [CLI, "generate", path, "--out", join(project, "out")];
  errtable(project, generate.slice(1));
  const api = join(work, "large.yaml");
  writeFileSync(api, describeApi(join(project, "out/openapi/components.json")));
  const reading = join(work, "read.mjs");
  const library = join(ROOT, "node_modules/yaml/dist/index.js");
  writeFileSync(
    reading,
    `import { readFileSync } from "node:fs"; import { parse } from ${JSON.stringify(library)};\nparse(readFileSync(process.argv[2], "utf8"), { uniqueKeys: false });\n`,
  );
  const times = race([
    { name: "yaml, parse only", args: [reading, path] },
    { name: "errtable lint", args: [CLI, "lint", path], folder: project },
    comparison(project, path),
    { name: "errtable generate, everything", args: generate, folder: project, before: clean },
    ...peersOn(api),
  ]);
  return table("2,000 codes", times, "yaml, parse only");
}

/** A description of 3 MB: what embedding costs, against reading its YAML once. */
function embedding(): string {
  const project = makeProject("embedding");
  cpSync(join(ROOT, "spec/function-compute.errors.yaml"), join(project, "function-compute.errors.yaml"));
  const original = join(work, "description.yaml");
  writeFileSync(original, largeDescription(3_000_000));
  const api = join(project, "description.yaml");
  const reading = join(work, "parse.mjs");
  const library = join(ROOT, "node_modules/yaml/dist/index.js");
  writeFileSync(
    reading,
    `import { readFileSync } from "node:fs"; import { parse } from ${JSON.stringify(library)};\nparse(readFileSync(process.argv[2], "utf8"));\n`,
  );
  const times = race([
    { name: "yaml, parse only", args: [reading, original] },
    {
      name: "errtable embed",
      args: [CLI, "embed", api, "--table", "function-compute.errors.yaml"],
      folder: project,
      before: () => cpSync(original, api),
    },
  ]);
  return table("A description of 3 MB", times, "yaml, parse only");
}

/** Operations with parameters, texts and schemas, as large descriptions have them. */
function largeDescription(bytes: number): string {
  const head = "openapi: 3.1.0\ninfo: { title: Bench, version: 1.0.0 }\npaths:\n";
  const parts = [head];
  for (let size = head.length, index = 0; size < bytes; index += 1) {
    const part = stringify({
      [`/things${index}/{id}`]: {
        get: {
          operationId: `getThing${index}`,
          summary: "Get a thing",
          description: "Gets one of the things.\n\nThere may be many of them: see the list.\n",
          tags: ["things"],
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", maxLength: 64 } }],
          responses: {
            "200": {
              description: "The thing.",
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    required: ["id"],
                    properties: { id: { type: "string" }, size: { type: "integer", description: "How large it is." } },
                  },
                },
              },
            },
          },
        },
      },
    }).replaceAll(/^(?=.)/gm, "  ");
    size += part.length;
    parts.push(part);
  }
  return parts.join("");
}

/** How the time grows from 2,000 to 50,000 codes: the exponent of n. */
function scaling(): string {
  const counts = [2000, 10_000, 50_000];
  const rows = ["lint", "generate"].map((verb) => {
    const times = counts.map((count) => {
      const project = makeProject(`scale-${verb}-${count}`);
      const path = makeTable("plain", count, project);
      const out = verb === "generate" ? ["--out", join(project, "out")] : [];
      return time({ name: verb, args: ["--max-old-space-size=8192", CLI, verb, path, ...out], folder: project });
    });
    const exponent = Math.log((times[2] ?? 0) / (times[1] ?? 1)) / Math.log(5);
    return [`errtable ${verb}`, ...times.map((ms) => `${(ms / 1000).toFixed(1)} s`), exponent.toFixed(2)];
  });
  return markdownTable(["number of codes", "2,000", "10,000", "50,000", "exponent from 10,000"], rows);
}

function peersOn(api: string): readonly Contestant[] {
  const out = join(work, "peer");
  return [
    { name: "openapi-typescript", args: [join(BIN, "openapi-typescript/bin/cli.js"), api, "-o", `${out}.ts`] },
    {
      name: "@hey-api/openapi-ts",
      args: [join(BIN, "@hey-api/openapi-ts/bin/run.js"), "-i", api, "-o", `${out}-hey`, "-p", "@hey-api/typescript"],
    },
    {
      name: "quicktype",
      args: [
        join(BIN, "quicktype/dist/index.js"),
        "--src-lang",
        "schema",
        "--just-types",
        "-l",
        "ts",
        "-o",
        `${out}-quick.ts`,
        `${api}.schema.json`,
      ],
    },
    {
      name: "json-schema-to-typescript",
      args: [JSON2TS, "-i", `${api}.schema.json`, "-o", `${out}-json2ts.ts`],
    },
  ];
}

/** The components in a description that refers to all of them, and the same schemas as JSON Schema for tools that read it. */
function describeApi(path: string): string {
  const { components } = JSON.parse(readFileSync(path, "utf8")) as {
    components: { schemas: Record<string, object>; responses: Record<string, object> };
  };
  const responses = Object.keys(components.responses).map((name, index) => [
    String(400 + index),
    { $ref: `#/components/responses/${name}` },
  ]);
  const document = {
    openapi: "3.1.0",
    info: { title: "Bench", version: "1.0.0" },
    paths: {
      "/": { get: { operationId: "get", responses: { 200: { description: "OK" }, ...Object.fromEntries(responses) } } },
    },
    components,
  };
  const schemas = JSON.stringify(components.schemas).replaceAll("#/components/schemas/", "#/definitions/");
  const name = path.includes("fifteen") ? "api.yaml" : "large.yaml";
  const root = {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    properties: Object.fromEntries(
      Object.keys(components.schemas).map((key) => [key, { $ref: `#/definitions/${key}` }]),
    ),
    definitions: JSON.parse(schemas) as object,
  };
  writeFileSync(join(work, `${name}.schema.json`), JSON.stringify(root));
  return stringify(document, { aliasDuplicateObjects: false });
}

function makeProject(name: string): string {
  const project = join(work, name);
  mkdirSync(join(project, "node_modules"), { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  return project;
}

function errtable(folder: string, args: readonly string[]): void {
  run({ name: "prepare", args: [CLI, ...args], folder });
}

function race(contestants: readonly Contestant[]): ReadonlyMap<string, number> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    const order = contestants.map((one) => ({ one, key: random.below(2 ** 31) })).toSorted((a, b) => a.key - b.key);
    // The first round warms the disk's caches.
    for (const { one } of order) {
      const ms = time(one);
      if (round > 0) times.get(one.name)?.push(ms);
    }
  }
  return new Map([...times].map(([name, all]) => [name, all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0]));
}

function time(contestant: Contestant): number {
  contestant.before?.();
  const started = process.hrtime.bigint();
  run(contestant);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function run({ name, args, folder }: Contestant): void {
  // The variable costs Node 20 some 80 ms at every start.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const done = spawnSync(process.execPath, args, { cwd: folder ?? work, env, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (done.status !== 0)
    throw new Error(`${name} ended with ${done.status}: ${done.stderr}${done.stdout}`.slice(0, 2000));
}

function table(title: string, times: ReadonlyMap<string, number>, base: string): string {
  const unit = times.get(base) ?? 1;
  const rows = [...times].map(([name, ms]) => [name, `${ms.toFixed(0)} ms`, (ms / unit).toFixed(2)]);
  return markdownTable([title, "median", `× ${base}`], rows);
}
