// Editors strike through deprecated codes, and say which codes to use instead.
import { describe, expect, test } from "vitest";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { productOf } from "../../helpers/typescript-product.ts";
import { ts } from "../../judges/compilers/typescript-library.ts";

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
    getScriptVersion: (path) => texts.get(path) ?? "",
    getScriptSnapshot: (path) => {
      const content = texts.get(path) ?? ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => "/product",
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    }),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (path) => texts.has(path) || ts.sys.fileExists(path),
    readFile: (path) => texts.get(path) ?? ts.sys.readFile(path),
    directoryExists: (path) => path === "/product" || ts.sys.directoryExists(path),
  };
  return { text, languageService: ts.createLanguageService(host, DOCUMENTS) };
}

/** Declarations of the language are parsed once. */
const DOCUMENTS = ts.createDocumentRegistry();
const USE = "/product/use.ts";
const EXPORTED = /^export (?:interface|type|function|const) (\w+)/gm;
