// Decoding: which errors a bare message may be of, best first, in time that grows with the message and not with the table.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { check as isPretty } from "prettier";
import { beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type AliasNotFoundParams,
  decodeFunctionComputeMessage,
  type FunctionComputeErrorCode,
  type FunctionComputeMessageCandidate,
  type InternalServerParams,
} from "../../generated/function-compute/typescript/index.js";
import { compileModels } from "../../generator/compile.ts";
import type { Model } from "../../generator/model/model.ts";
import { MATCHER } from "../../generator/products/typescript/runtime.gen.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { findTemplates, type Matcher, makeMatcher, type Words } from "../../generator/runtime/messages/matcher.ts";
import { type Part, wordsOf } from "../../generator/runtime/printf/parts.ts";
import { formatMessage, isPossibleMessage, readMessage } from "../../generator/runtime/printf/printf.ts";
import { partsOf } from "../../generator/template/read-template.ts";
import { cloud } from "../corpora/tables/cloud.ts";
import { compiler } from "../corpora/tables/compiler.ts";
import { database } from "../corpora/tables/database.ts";
import { plain } from "../corpora/tables/plain.ts";
import type { Files } from "../corpora/tables/yaml-text.ts";
import { stepsOf } from "../helpers/count-steps.ts";
import { type FlatError, flatErrors } from "../helpers/flat-error.ts";
import { modelOf, modelOfFile } from "../helpers/model-fixtures.ts";
import { loadProduct, type Product, scratchFolder, writeProduct } from "../helpers/typescript-product.ts";

interface Candidate {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>> | undefined;
}

describe("the index of words", () => {
  // Few characters and short words: that templates have ends in common, or all of them, is no exception.
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(..."ab'"), maxLength: 3 }) },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(..."ab😀é"), maxLength: 9 }) },
  );
  const words = fc.array(word, { minLength: 1, maxLength: 5 });
  const value = fc.oneof(fc.constant(""), word, fc.string({ maxLength: 4 }));

  test("finds what trying all of them one after the other finds, in the order of what they say", () => {
    let found = 0;
    const shared = fc.tuple(word, word, fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 12 }));
    const alike = shared.map(([start, end, inner]) => inner.map((between) => [start, ...between, end]));
    const table = fc.tuple(fc.array(words, { maxLength: 12 }), alike).map((parts) => parts.flat());
    fc.assert(
      fc.property(table, fc.array(value, { minLength: 5, maxLength: 5 }), fc.nat(), (templates, values, pick) => {
        const matcher = makeMatcher(templates.map((own, index) => [index, own]));
        const chosen = templates[pick % Math.max(1, templates.length)] ?? [];
        const made = chosen.map((text, index) => text + (index < chosen.length - 1 ? values[index] : "")).join("");
        for (const message of [made, made.slice(1), `${made}b`, values.join(""), ""]) {
          const expected = tryAll(templates, message);
          found += expected.length;
          expect(findTemplates(matcher, message)).toEqual(expected);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(found).toBeGreaterThan(3_000);
  });

  test("templates without any text are never found", () => {
    const matcher = makeMatcher([[1, [""]] as const, [2, ["", ""]] as const, [3, ["", "", ""]] as const]);
    for (const message of ["", "a", "a b"]) expect(findTemplates(matcher, message)).toEqual([]);
  });

  test("takes no more memory than a few times the texts", () => {
    const rows = rowsOf(TABLES["Compiler"] as Model);
    const matcher = makeMatcher(rows);
    const grams = [...allGroups(matcher)].reduce((sum, group) => sum + group.filter.length + group.byGram.size, 0);
    const texts = JSON.stringify(rows).length;
    expect(grams).toBeLessThan(texts);
  });
});

describe("possible messages", () => {
  test("are those that readMessage reads, and those that it finds several answers in", () => {
    const twice: readonly Part[] = ["a '", [0, "%s"], "' of '", [1, "%s"], "'"];
    expect(readMessage(twice, ["string", "string"], "a 'x' of 'y' of 'z'")).toBeUndefined();
    expect(isPossibleMessage(twice, "a 'x' of 'y' of 'z'")).toBe(true);
    expect(isPossibleMessage(twice, "a 'x' in 'y'")).toBe(false);
    const touching: readonly Part[] = [[0, "%s"], [1, "%d"], " left"];
    expect(isPossibleMessage(touching, "x7 left")).toBe(true);
    expect(isPossibleMessage(touching, "x left")).toBe(false);
    const number: readonly Part[] = ["version '", [0, "%d"], "' of '", [1, "%s"], "'"];
    expect(isPossibleMessage(number, "version '7' of 'x' of 'y'")).toBe(true);
    expect(isPossibleMessage(number, "version 'newest' of 'x'")).toBe(false);
    expect(isPossibleMessage(["all"], "all")).toBe(true);
    expect(isPossibleMessage(["all"], "al")).toBe(false);
  });

  test("include everything that is printed", () => {
    const slot = fc.constantFrom("%s", "%5s", "%.2s", "%d", "%05d", "%x", "%.1f", "%g", "%c");
    const text = fc.string({ unit: fc.constantFrom(..." 0a-."), maxLength: 2 });
    const value = fc.oneof(text, fc.integer());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, slot), { minLength: 1, maxLength: 3 }),
        text,
        fc.array(value, { minLength: 3, maxLength: 3 }),
        (slots, tail, values) => {
          const parts: readonly Part[] = [
            ...slots.flatMap(([own, directive], at): Part[] => [own, [at, directive]]),
            tail,
          ];
          const typed = slots.map(([, directive], at) =>
            /[sc]$/.test(directive) ? `${values[at]}x` : Number(values[at]) || 0,
          );
          expect(isPossibleMessage(parts, formatMessage(parts, typed))).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

const TABLES: Readonly<Record<string, Model>> = {
  FunctionCompute: modelOfFile("spec/function-compute.errors.yaml"),
  KitchenSink: modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"),
  Placeholders: modelOfFile("test/cases/placeholders/placeholders.errors.yaml"),
  HostileText: modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml"),
  HostileProto: modelOfFile("test/cases/hostile-text/hostile-proto.errors.yaml"),
  Database: modelOfFiles(database()),
  Compiler: modelOfFiles(compiler()),
  Cloud: modelOfFiles(cloud(600)),
  Plain: modelOfFiles(plain(100)),
};

describe.each(Object.entries(TABLES))("generated for %s", (_, model) => {
  let product: Product;
  beforeAll(async () => {
    product = await loadProduct(model);
  });

  test("what a code's own parser reads is among the candidates, and no candidate is wrong", () => {
    const error = fc.constantFrom(...flatErrors(model).filter(hasText));
    let read = 0;
    fc.assert(
      fc.property(
        error.chain((own) => fc.tuple(fc.constant(own), paramsOf(own))),
        ([{ code }, params]) => {
          const message = call(product, model, "format", code, params) as string;
          const candidates = decode(product, model, message);
          const expected = call(product, model, "parse", code, message);
          const own = candidates.find((candidate) => candidate.code === code);
          expect(own?.params, message).toEqual(expected);
          if (own !== undefined && expected !== undefined) read += 1;
          expectSound(product, model, message, candidates);
        },
      ),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test("other messages have no candidates but those whose words they have", () => {
    const error = fc.constantFrom(...flatErrors(model).filter(hasText));
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 9 }), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(
        error.chain((own) => fc.tuple(fc.constant(own), paramsOf(own))),
        edit,
        ([{ code }, params], cut) => {
          const whole = call(product, model, "format", code, params) as string;
          const at = cut[0] % (whole.length + 1);
          const message = whole.slice(0, at) + cut[2] + whole.slice(at + cut[1]);
          expectSound(product, model, message, decode(product, model, message));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("opaque messages are never found", () => {
    const opaque = flatErrors(model)
      .filter((error) => !hasText(error))
      .map(({ code }) => code);
    for (const message of ["", "free text", "%s", "7"]) {
      expect(decode(product, model, message).filter(({ code }) => opaque.includes(code))).toEqual([]);
    }
  });
});

describe("the best comes first", () => {
  const errors = {
    Any: { status: 400, message: "%s", params: { text: {} } },
    None: { status: 400 },
    Colon: { status: 400, message: "%s: %s", params: { what: {}, why: {} } },
    Missing: { status: 404, message: "key %s is missing", params: { key: {} } },
    MissingIn: { status: 404, message: "key %s in %s is missing", params: { key: {}, place: {} } },
    KeyA: { status: 404, message: "key a is missing" },
    Zebra: { status: 500, message: "an error occurred" },
    Apple: { status: 503, message: "an error occurred" },
    Ape: { status: 404, message: "%s is gone", params: { who: {} } },
    "ape-2": { status: 404, message: "%s is gone", params: { who: {} } },
  };
  const table = modelOf({ errors });

  test.each([
    ["key a is missing", ["KeyA", "Missing"]],
    ["key b is missing", ["Missing"]],
    ["key b in c is missing", ["MissingIn", "Missing"]],
    ["key: b in c is missing", ["Colon"]],
    ["an error occurred", ["Apple", "Zebra"]],
    ["he is gone", ["Ape", "ape-2"]],
    ["%s", []],
    ["nothing of the kind", []],
  ])("%s", async (message, codes) => {
    for (const perCode of ["always", "never"] as const) {
      const product = await loadProduct(table, { perCode });
      expect(decode(product, table, message).map(({ code }) => code)).toEqual(codes);
    }
  });

  test("params that cannot be told are left open, and what cannot be of an error is not said to be", async () => {
    const product = await loadProduct(table);
    expect(decode(product, table, "key a in b in c is missing")).toEqual([
      { code: "MissingIn", params: undefined },
      { code: "Missing", params: { key: "a in b in c" } },
    ]);
    expect(decodeFunctionComputeMessage("version 'newest' of service 'demo' does not exist")).toEqual([]);
  });
});

test("the type of the code tells the type of the params", () => {
  const [first, ...others] = decodeFunctionComputeMessage("alias 'prod' of service 'demo' does not exist");
  expectTypeOf(first).toEqualTypeOf<FunctionComputeMessageCandidate | undefined>();
  expectTypeOf<FunctionComputeMessageCandidate["code"]>().toEqualTypeOf<FunctionComputeErrorCode>();
  expect(others).toEqual([]);
  if (first?.code !== "AliasNotFound") throw new Error("The alias is what was not found.");
  expectTypeOf(first.params).toEqualTypeOf<AliasNotFoundParams | undefined>();
  expect(first.params?.aliasName).toBe("prod");
  const [internal] = decodeFunctionComputeMessage("an internal error has occurred. Please retry");
  if (internal?.code !== "InternalServerError") throw new Error("The error is an internal one.");
  expectTypeOf(internal.params).toEqualTypeOf<InternalServerParams | undefined>();
  // @ts-expect-error: of another error
  expect(internal.params?.aliasName).toBeUndefined();
});

describe("work", () => {
  const makers: readonly (readonly [string, (count: number) => readonly Words[]])[] = [
    ["different ends", (count) => numbered(count, (index) => [`kind ${index} '`, `' of ${index}`])],
    ["the same start", (count) => numbered(count, (index) => ["resource '", `' of kind ${index} is gone`])],
    ["nothing at the start", (count) => numbered(count, (index) => ["", ` of kind ${index} is gone`])],
    ["a quote at both ends", (count) => numbered(count, (index) => ["'", `' has no ${index} of '`, "'"])],
    ["nothing at both ends", (count) => numbered(count, (index) => ["", ` is no ${index} in `, " of ", ""])],
  ];

  test.each(makers)("does not grow with the table: %s", (_, make) => {
    const message = (index: number) => make(2_000)[index]?.join("some value") ?? "";
    const worst = (count: number): number => {
      const matcher = makeMatcher(make(count).map((words, index) => [index, words]));
      const messages = [...[0, 7, 42, 99].map(message), "'x' has no such thing as '7'", "kind 'x' is no kind of 7"];
      return Math.max(...messages.map((text) => stepsOf(() => findTemplates(matcher, text))));
    };
    expect(worst(2_000)).toBeLessThan(1.5 * worst(100) + 20);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("grows with the message and no faster, for %i params", (params) => {
    const templates = numbered(300, (index) => [
      "x '",
      ...Array.from({ length: params - 1 }, (_, at) => `' of ${(index + at) % 9} in '`),
      index % 2 === 0 ? "'" : "' is gone",
    ]);
    const parts = templates.map((words) =>
      words.flatMap((word, at): Part[] => (at === 0 ? [word] : [[at - 1, "%s"], word])),
    );
    const matcher = makeMatcher(parts.map((own) => [own, wordsOf(own)]));
    for (const [unit, tail] of [
      ["' of 3 in '", "!"],
      ["' of 3 in '", "'"],
      ["' of 3 in", "'"],
      ["x '", " is gone"],
      ["' of ' of ", "' is gone"],
    ] as const) {
      const steps = (size: number): number => {
        const message = `x '${unit.repeat(size)}${tail}`;
        return stepsOf(() => {
          for (const own of findTemplates(matcher, message).slice(0, 20)) {
            readMessage(own, [], message);
            isPossibleMessage(own, message);
          }
        });
      };
      expect(steps(3_200) / steps(200)).toBeLessThan(17);
    }
  });

  test("half of a gram is not enough, and the words it stands for have to be there", () => {
    const templates = numbered(100, (index) => ["'", `' is no ${index} of '`, "'"]);
    const matcher = makeMatcher(templates.map((words, index) => [index, words]));
    // All grams of all templates, over and over, and none of their words.
    const message = `'${Array.from({ length: 100 }, (_, index) => `no ${index} or`)
      .join(" ")
      .repeat(20)}'`;
    expect(findTemplates(matcher, message)).toEqual([]);
    expect(stepsOf(() => findTemplates(matcher, message))).toBeLessThan(40 * message.length);
  });
});

describe("files", () => {
  test("importing a guard brings nothing of decoding along, and importing everything runs nothing", async () => {
    for (const model of [TABLES["FunctionCompute"] as Model, TABLES["Plain"] as Model]) {
      const folder = scratchFolder();
      await writeProduct(model, folder, { importExtension: ".ts" });
      const bundle = async (contents: string): Promise<string> => {
        const stdin = { contents, resolveDir: folder, loader: "ts" } as const;
        const done = await build({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
        return done.outputFiles[0]?.text ?? "";
      };
      const guard = await bundle(`export { is${model.name}Error } from "./index.ts";`);
      expect(guard).not.toMatch(/Matcher|templateOf|readMessage/);
      expect(await bundle('import "./index.ts";')).not.toMatch(/function|const|let|var|new /);
    }
  });

  test("the engine stands by itself, embedded as Prettier formats without any configuration", async () => {
    const text = readFileSync(resolve(import.meta.dirname, "../../generator/runtime/messages/matcher.ts"), "utf8");
    expect(text).not.toMatch(/^import\b/m);
    expect(text).not.toMatch(/\bimport\(|\brequire\(|process\.|console\./);
    const embedded = MATCHER.map(({ ts }) => ts).join("\n\n");
    expect(await isPretty(`${embedded}\n`, { parser: "typescript" })).toBe(true);
  });
});

/** What the index is there to do faster. */
function tryAll(templates: readonly Words[], message: string): number[] {
  const size = (index: number): number => (templates[index] ?? []).join("").length;
  const bySize = (a: number, b: number): number => size(b) - size(a) || a - b;
  const found = templates.flatMap((words, index) => (size(index) > 0 && hasInOrder(words, message) ? [index] : []));
  const isWhole = (index: number): boolean => templates[index]?.length === 1;
  return [...found.filter(isWhole), ...found.filter((index) => !isWhole(index)).sort(bySize)];
}

function hasInOrder(words: Words, message: string): boolean {
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("[\\s\\S]*");
  return new RegExp(`^${pattern}$`).test(message);
}

function expectSound(product: Product, model: Model, message: string, candidates: readonly Candidate[]): void {
  for (const { code, params } of candidates) {
    const error = flatErrors(model).find((own) => own.code === code) as FlatError;
    expect(params).toEqual(call(product, model, "parse", code, message));
    if (params !== undefined) expect(call(product, model, "format", code, params)).toBe(message);
    expect(error.template && hasInOrder(wordsOf(partsOf(error.template)), message), `${code}: ${message}`).toBe(true);
  }
  expect(new Set(candidates.map(({ code }) => code)).size).toBe(candidates.length);
}

function decode(product: Product, { name }: Model, message: string): readonly Candidate[] {
  return product[`decode${name}Message`]?.(message) as readonly Candidate[];
}

function call(product: Product, { name }: Model, verb: "format" | "parse", code: string, input: unknown): unknown {
  return product[`${verb}${name}Message`]?.(code, input);
}

function hasText({ template }: FlatError): boolean {
  return template?.tokens.some(({ kind }) => kind === "literal") === true;
}

/** Values that are often like what stands around them. */
function paramsOf({ params, template }: FlatError): fc.Arbitrary<Record<string, unknown>> {
  const around = template === undefined ? [] : partsOf(template).filter((part) => typeof part === "string");
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.string({ minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom("", "'", ...around) },
  );
  const values = params.map(({ name, type, enum: allowed }): [string, fc.Arbitrary<unknown>] => {
    if (allowed !== undefined) return [name, fc.constantFrom(...allowed)];
    if (type === "int64") return [name, fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)];
    return [name, type === "integer" ? fc.integer() : type === "number" ? fc.double({ noNaN: true }) : text];
  });
  return fc.record(Object.fromEntries(values));
}

function modelOfFiles(files: Files): Model {
  const path = `/${Object.keys(files)[0]}`;
  const model = compileModels({ tables: [path], targets: [] }, memoryHost(files)).models.get(path);
  if (model === undefined) throw new Error(`The table ${path} has errors.`);
  return model;
}

function rowsOf(model: Model): (readonly [string, Words])[] {
  return flatErrors(model).flatMap(({ code, template }) =>
    template === undefined ? [] : [[code, wordsOf(partsOf(template))]],
  );
}

function* allGroups<Key>({ byStart }: Matcher<Key>) {
  for (const { value: byEnd } of byStart.list) for (const { value } of byEnd.list) yield value;
}

function numbered(count: number, make: (index: number) => Words): readonly Words[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
