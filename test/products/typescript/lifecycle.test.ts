// Codes come and go: editors strike through what is deprecated, retired codes are known by what became of them, internal ones not at all.
import ts from "typescript-5.9";
import { describe, expect, test } from "vitest";
import { emit, KINDS, type Product as ProductOf } from "../../../generator/products/index.ts";
import { render } from "../../../generator/products/render.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { loadProduct, productOf } from "../../helpers/typescript-product.ts";

const FADING = modelOf({
  name: "Shop",
  errors: {
    Moved: { status: 410, message: "moved to %s", params: { place: {} }, deprecated: { replacedBy: "Gone" } },
    Gone: { status: 410, message: "gone from %s", params: { place: {} } },
  },
});

describe("deprecated codes", () => {
  const uses = [
    "type A = MovedError;",
    "type B = MovedParams;",
    "type C = MovedMessage;",
    'type D = ShopErrorByCode["Moved"];',
    "isMovedError({});",
    'formatMovedMessage({ place: "x" });',
    'parseMovedMessage("");',
    'createMovedError({ place: "x" });',
  ];

  test("are struck through wherever they are used", async () => {
    const struck = async (code: string) => {
      const { text, languageService } = await serviceFor(code);
      const found = languageService.getSuggestionDiagnostics(USE).filter((each) => each.reportsDeprecated);
      return new Set(found.map(({ start }) => text.slice(0, start).split("\n").length));
    };
    // The import is on the first line.
    expect(await struck(uses.join("\n"))).toEqual(new Set([1, ...uses.map((_, index) => index + 2)]));
    expect(await struck(uses.join("\n").replaceAll("Moved", "Gone"))).toEqual(new Set());
  });

  test("are struck through among the arms of a match, and tell what to use instead", async () => {
    const { text, languageService } = await serviceFor("matchShopError({} as ShopError, { /**/ });");
    const position = text.indexOf("/**/");
    const entries = languageService.getCompletionsAtPosition(USE, position, {})?.entries ?? [];
    const struck = entries.filter(({ kindModifiers }) => kindModifiers?.split(",").includes("deprecated"));
    expect(struck.map(({ name }) => name).filter((name) => /^[A-Z]/.test(name))).toContain("Moved");
    expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(["Gone", "otherwise", "status"]));
    expect(struck.map(({ name }) => name)).not.toContain("Gone");
    const details = languageService.getCompletionEntryDetails(USE, position, "Moved", {}, undefined, {}, undefined);
    expect(ts.displayPartsToString(details?.tags?.[0]?.text)).toBe("Use Gone instead.");
  });

  test.each(['isShopError({}, "/**/");', 'const code: ShopWireErrorCode = "/**/";', 'type E = ShopErrorOf<"/**/">;'])(
    "stay among the completions of codes: %s",
    async (use) => {
      const { text, languageService } = await serviceFor(use);
      const { entries = [] } = languageService.getCompletionsAtPosition(USE, text.indexOf("/**/"), {}) ?? {};
      expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(["Gone", "Moved"]));
    },
  );
});

describe("retired codes", () => {
  const table = {
    name: "Shop",
    body: { code: "/error/code", message: "/error/message" },
    errors: { Gone: { status: 410, retry: "never" }, Secret: { status: 500, audience: "internal" } },
    retired: {
      Moved: { since: "2.0.0", replacedBy: "Gone", reason: "Nothing moves." },
      Lost: {},
      Leaked: { replacedBy: "Secret" },
    },
  };

  test("are unknown to guards and matches, and tell what became of them", async () => {
    const product = await loadProduct(modelOf(table));
    const body = { error: { code: "Moved", message: "" } };
    expect(product["isShopError"]?.(body)).toBe(false);
    expect(product["isUnknownShopError"]?.(body)).toBe(true);
    const replacement = (error: typeof body) => product["findRetiredShopError"]?.(error.error.code);
    const arms = { status: { 410: () => "" }, otherwise: replacement };
    expect(product["matchShopError"]?.(body, arms)).toEqual(table.retired.Moved);
    expect(product["findRetiredShopError"]?.("Lost")).toEqual({});
    for (const code of ["Gone", "BrandNew", "toString", "constructor"])
      expect(product["findRetiredShopError"]?.(code), code).toBeUndefined();
  });

  test("cost nothing where there are none", async () => {
    const { retired: _, ...without } = table;
    const files = await productOf(modelOf(without));
    expect([...files.values()].join("\n")).not.toMatch(/retire/i);
  });

  test("with names that every object has are told apart from these", async () => {
    const text = '{ "__proto__": { "reason": "It was a trap." } }';
    const product = await loadProduct(modelOf({ ...table, retired: JSON.parse(text) as object }));
    expect(product["findRetiredShopError"]?.("__proto__")).toEqual({ reason: "It was a trap." });
  });
});

describe("internal errors", () => {
  const model = modelOf({
    name: "Shop",
    groups: { secrets: { title: "Hidden group" } },
    errors: {
      Gone: { status: 410, deprecated: { since: "1.0.0", replacedBy: "Secret" } },
      Secret: {
        status: 418,
        message: "hidden message %s",
        params: { hiddenParam: {} },
        description: "Hidden description.",
        solution: "Hidden solution.",
        group: "secrets",
        audience: "internal",
        retry: "backoff",
        headers: { "X-Hidden": {} },
        details: { type: "object", properties: { hiddenMember: { type: "string" } } },
      },
    },
    operations: { GetSecret: ["Secret"] },
    retired: { Moved: { replacedBy: "Secret" } },
  });
  const trace = /secret|hidden|\b418\b/i;

  test.each(KINDS)("leave no trace in %s unless the target asks", async (kind) => {
    const made = async (options: object) => {
      const artifacts = await emit({ kind, options } as ProductOf, model);
      return Promise.all(artifacts.map((artifact) => render(artifact)));
    };
    for (const { path, text } of await made({})) expect(trace.exec(text)?.[0], path).toBeUndefined();
    const all = (await made({ internal: true })).map(({ text }) => text).join("\n");
    expect(all).toContain("hidden message");
  });

  test("are in every file of the TypeScript if the target asks", async () => {
    const artifacts = await emit({ kind: "typescript", options: { internal: true } }, model);
    const files = await Promise.all(artifacts.map((artifact) => render(artifact)));
    const without = files.filter(({ text }) => !text.includes("Secret")).map(({ path }) => path);
    expect(without.toSorted()).toEqual(["index.ts", "match.ts", "matcher.ts", "printf.ts"]);
  });
});

test("the kitchen sink's retired codes lead to codes of the table", async () => {
  const model = modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml");
  const product = await loadProduct(model);
  for (const { code, ...retirement } of model.retired)
    expect(product["findRetiredKitchenSinkError"]?.(code)).toEqual(retirement);
});

interface Service {
  readonly text: string;
  readonly languageService: ts.LanguageService;
}

/** A language service over a file that uses the product, as an editor runs it. */
async function serviceFor(use: string): Promise<Service> {
  const files = await productOf(FADING);
  const exported = [...files.values()].flatMap((text) => [...text.matchAll(EXPORTED)].map((match) => match[1] ?? ""));
  const names = [...new Set(exported)].filter((name) => new RegExp(`\\b${name}\\b`).test(use));
  const text = `import { ${names.join(", ")} } from "./index.js";\n${use}\n`;
  const texts = new Map([...files, ["use.ts", text]].map(([name, each]) => [`/product/${name}`, each]));
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [USE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const content = texts.get(path) ?? ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => "/product",
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    }),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (path) => texts.has(path) || ts.sys.fileExists(path),
    readFile: (path) => texts.get(path) ?? ts.sys.readFile(path),
    directoryExists: (path) => path === "/product" || ts.sys.directoryExists(path),
  };
  return { text, languageService: ts.createLanguageService(host) };
}

const USE = "/product/use.ts";
const EXPORTED = /^export (?:interface|type|function|const) (\w+)/gm;
