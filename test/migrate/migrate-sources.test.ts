// Programs move to the codes that replace old ones: at the places that are certain, against the old generated code and the new one alike.
import { posix } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { positionAt } from "../../generator/diagnostic/source.ts";
import { loadCompiler } from "../../generator/migrate/compiler.ts";
import type { MigratedTable } from "../../generator/migrate/generated-code.ts";
import { type MigratedFile, migrateSources } from "../../generator/migrate/migrate-sources.ts";
import { replacementsOf } from "../../generator/migrate/replacements.ts";
import type { SourceDisk } from "../../generator/migrate/source-disk.ts";
import { sourcePrograms } from "../../generator/migrate/source-programs.ts";
import type { Model } from "../../generator/model/model.ts";
import { modelOfFiles } from "../helpers/model-fixtures.ts";
import { productOf } from "../helpers/typescript-files.ts";

type Files = Readonly<Record<string, string>>;

const ROW = "status: 404, message: \"no order '%s'\", params: { id: { example: a } }, solution: Look.";
const OTHERS = `
  Busy: { status: 429, message: wait %d s, params: { seconds: { example: 3 } }, solution: Wait. }
  "it's \\"${"${x}"}\\"": { status: 418, message: tea, solution: Wait. }
`;
const shop = (rows: string, retired = "") =>
  modelOfFiles({ "shop.errors.yaml": `errtable: 1\nname: Shop\nerrors:\n${rows}${OTHERS}${retired}` });

const HELD = "status: 423, message: it is held, solution: Wait.";
const TEA = "status: 418, message: tea, solution: Wait.";

/** `Old` is renamed, `Held` and `Lost` go to an error with other params, `tea-pot` to a code that is no name. */
const BEFORE = shop(
  `  Old: { ${ROW} }
  Held: { ${HELD} }
  Lost: { status: 404, message: it is lost, solution: Wait. }
  tea-pot: { ${TEA} }
`,
  "operations: { Get: [Old, tea-pot, Busy] }\n",
);
const AFTER = shop(
  `  New: { ${ROW} }\n  Held: { ${HELD} , deprecated: { replacedBy: Busy } }\n`,
  `operations: { Get: [New, "it's \\"${"${x}"}\\"", Busy] }\nretired:\n  Old: { replacedBy: New }\n  Lost: { replacedBy: Busy }\n  tea-pot: { replacedBy: "it's \\"${"${x}"}\\"" }\n`,
);

const IMPORT = `import { isShopError, isOldError, type OldError, matchShopError, createOldError, createShopError, parseOldMessage, type OldParams, ShopErrorCodes, type ShopErrorCode, type ShopErrorOf, type ShopError, shopErrorTable, findShopErrorEntry, readShopError } from "./errors/index.js";\n`;

/** Bodies of functions of `value: unknown`, with the bodies that they become; a place for a person is marked by "//!" in its line. */
const BODIES: readonly (readonly [before: string, after?: string])[] = [
  ['return isShopError(value, "Old");', 'return isShopError(value, "New");'],
  [
    "return isShopError(value, 'Old') || isShopError(value, `Old`);",
    "return isShopError(value, 'New') || isShopError(value, `New`);",
  ],
  [
    "return isOldError(value) ? value.message : [value].filter(isOldError);",
    "return isNewError(value) ? value.message : [value].filter(isNewError);",
  ],
  ["const error = value as OldError; return error.code;", "const error = value as NewError; return error.code;"],
  ['return createOldError({ id: "1" });', 'return createNewError({ id: "1" });'],
  ['return createShopError("Old", { id: "1" });', 'return createShopError("New", { id: "1" });'],
  ['return parseOldMessage("x")?.id;', 'return parseNewMessage("x")?.id;'],
  ["return { isOldError };", "return { isOldError: isNewError };"],
  ["return ShopErrorCodes.Old;", "return ShopErrorCodes.New;"],
  [
    'const of: Record<ShopErrorCode, string> = value as never; const { Old } = of; return [Old, of.Old, of["Old"]];',
    'const of: Record<ShopErrorCode, string> = value as never; const { New: Old } = of; return [Old, of.New, of["New"]];',
  ],
  [
    'const { Old } = ShopErrorCodes; return [Old, ShopErrorCodes["Old"]];',
    'const { New: Old } = ShopErrorCodes; return [Old, ShopErrorCodes["New"]];',
  ],
  ["return shopErrorTable.Old.statuses;", "return shopErrorTable.New.statuses;"],
  ['return findShopErrorEntry("Old")?.statuses;', 'return findShopErrorEntry("New")?.statuses;'],
  ['return isShopError(value) && value.code === "Old";', 'return isShopError(value) && value.code === "New";'],
  ['return isShopError(value) && "Old" !== value.code;', 'return isShopError(value) && "New" !== value.code;'],
  ['return readShopError(value)?.code === "Old";', 'return readShopError(value)?.code === "New";'],
  [
    'if (!isShopError(value)) return; const { code: it } = value; switch (it) { case "Old": return 1; default: return 2; }',
    'if (!isShopError(value)) return; const { code: it } = value; switch (it) { case "New": return 1; default: return 2; }',
  ],
  [
    'if (!isShopError(value)) return; const code = value.code; return ["Old", "Busy"].includes(code);',
    'if (!isShopError(value)) return; const code = value.code; return ["New", "Busy"].includes(code);',
  ],
  ['const code: ShopErrorCode = "Old"; return code;', 'const code: ShopErrorCode = "New"; return code;'],
  [
    'const codes: readonly ShopErrorCode[] = ["Busy", "Old"]; return codes;',
    'const codes: readonly ShopErrorCode[] = ["Busy", "New"]; return codes;',
  ],
  ['return new Set<ShopErrorCode>(["Old"]);', 'return new Set<ShopErrorCode>(["New"]);'],
  ['return ((code: ShopErrorCode) => code)("Old");', 'return ((code: ShopErrorCode) => code)("New");'],
  [
    'const body: ShopError = { code: "Old", message: "no order \'x\'" }; return body;',
    'const body: ShopError = { code: "New", message: "no order \'x\'" }; return body;',
  ],
  [
    'const texts: Partial<Record<ShopErrorCode, string>> = { Old: "a", Busy: "b" }; return texts;',
    'const texts: Partial<Record<ShopErrorCode, string>> = { New: "a", Busy: "b" }; return texts;',
  ],
  [
    'type Mine = ShopErrorOf<"Old" | "Busy">; return value as Mine;',
    'type Mine = ShopErrorOf<"New" | "Busy">; return value as Mine;',
  ],
  [
    'type Mine = Exclude<ShopErrorCode, "Old">; return value as Mine;',
    'type Mine = Exclude<ShopErrorCode, "New">; return value as Mine;',
  ],
  ['const params: OldParams = { id: "1" }; return params;', 'const params: NewParams = { id: "1" }; return params;'],
  [
    'return isShopError(value) && matchShopError(value, { Old: ({ message }) => message, "tea-pot": () => "t", status: { 404: String, 418: String, 423: String, 429: String }, otherwise: () => "o" });',
    'return isShopError(value) && matchShopError(value, { New: ({ message }) => message, "it\'s \\"${x}\\"": () => "t", status: { 404: String, 418: String, 423: String, 429: String }, otherwise: () => "o" });',
  ],
  [
    "return isShopError(value, 'tea-pot') || isShopError(value, `tea-pot`);",
    "return isShopError(value, 'it\\'s \"${x}\"') || isShopError(value, `it's \"\\${x}\"`);",
  ],
  ['return isShopError(value, "Held");', 'return isShopError(value, "Busy");'],
  // Places that a person has to decide, or that mean something else.
  ['return createShopError("Held", {}); //!'],
  ['return createShopError("Lost", {}); //!'],
  ['return value === "Old"; //!'],
  ['return { Old: 1, code: "Old" }; //!'],
  ["return ((isOldError: (value: unknown) => unknown) => isOldError(value))(String);"],
  ['const own: "Old" | "Other" = "Old"; return own; //!!'],
  [
    'if (!isShopError(value)) return; switch (value.code) { case "Held": return 1; case "Busy": return 2; default: return 3; } //!',
  ],
  ["return 'Older' + \"Old code\" + `${1} Old`; // Old"],
];

const before = (index: number): string => BODIES[index]?.[0] ?? "";
const after = (index: number): string => BODIES[index]?.[1] ?? before(index);
const bodies = (text: (index: number) => string) =>
  BODIES.map((_, index) => `export function f${index}(value: unknown) {\n  ${text(index)}\n}\n`).join("");
const NEW_IMPORT = IMPORT.replaceAll("Old", "New");

const SOURCES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "src/bodies.ts": [IMPORT + bodies(before), NEW_IMPORT + bodies(after)],
  "src/alias.ts": [
    'import { isOldError as isGone } from "./errors/index.js";\nimport type * as shop from "./errors/index.js";\nexport const a = (value: unknown): value is shop.OldError => isGone(value);\n',
    'import { isNewError as isGone } from "./errors/index.js";\nimport type * as shop from "./errors/index.js";\nexport const a = (value: unknown): value is shop.NewError => isGone(value);\n',
  ],
  "src/clash.ts": [
    'import { isOldError } from "./errors/index.js";\nconst isNewError = 1;\nexport const a = [isOldError(1), isNewError];\n',
    'import { isNewError as isOldError } from "./errors/index.js";\nconst isNewError = 1;\nexport const a = [isOldError(1), isNewError];\n',
  ],
  "src/barrel.ts": [
    'export * from "./errors/index.js";\nexport { isOldError as isGone } from "./errors/index.js";\nexport * as all from "./errors/index.js";\n',
    'export * from "./errors/index.js";\nexport { isNewError as isGone } from "./errors/index.js";\nexport * as all from "./errors/index.js";\n',
  ],
  "src/through.mts": [
    '\ufeffimport { all, isOldError, isShopError } from "./barrel.js";\r\nimport { isGone } from "./barrel.js";\r\nexport const a = [all.isOldError(1), isOldError(1), isGone(1), isShopError(1, "Old")];\r\n'.slice(
      1,
    ),
    'import { all, isNewError, isShopError } from "./barrel.js";\r\nimport { isGone } from "./barrel.js";\r\nexport const a = [all.isNewError(1), isNewError(1), isGone(1), isShopError(1, "New")];\r\n',
  ],
  "src/path.ts": [
    'import { isOldError } from "@errors";\nexport type A = import("@errors").OldError;\nexport const a = async () => [(await import("@errors")).isOldError(1), isOldError(1)];\nexport const b = import("@errors").then(({ isOldError }) => isOldError(2));\n',
    'import { isNewError } from "@errors";\nexport type A = import("@errors").NewError;\nexport const a = async () => [(await import("@errors")).isNewError(1), isNewError(1)];\nexport const b = import("@errors").then(({ isNewError }) => isNewError(2));\n',
  ],
  "src/plain.cjs": [
    'const { isOldError, isShopError } = require("./errors/index.js");\nconst shop = require("./errors/index.js");\n/** @param {import("./errors/index.js").OldError} error */\nexports.a = (error) => error.code === "Old";\nexports.b = (value) => [isOldError(value), shop.isOldError(value), isShopError(value, "Old")];\n',
    'const { isNewError, isShopError } = require("./errors/index.js");\nconst shop = require("./errors/index.js");\n/** @param {import("./errors/index.js").NewError} error */\nexports.a = (error) => error.code === "New";\nexports.b = (value) => [isNewError(value), shop.isNewError(value), isShopError(value, "New")];\n',
  ],
  "src/server.ts": [
    'import { OldFailure as Gone, OldFailure, HeldFailure } from "./errors/failures.js";\nimport * as all from "./errors/failures.js";\nexport const a = () => [new OldFailure({ id: "1" }), new all.OldFailure({ id: "2" }), Gone, all["OldFailure"], HeldFailure];\nexport type A = all.OldFailure | InstanceType<(typeof all)["OldFailure"]>;\n',
    'import { NewFailure as Gone, NewFailure, HeldFailure } from "./errors/failures.js";\nimport * as all from "./errors/failures.js";\nexport const a = () => [new NewFailure({ id: "1" }), new all.NewFailure({ id: "2" }), Gone, all["NewFailure"], HeldFailure];\nexport type A = all.NewFailure | InstanceType<(typeof all)["NewFailure"]>;\n',
  ],
  "src/failures.ts": [
    'import { shopFailure, isShopFailure, isShopServiceError, shopMocks, shopArbitrary, failGet, type ShopFailure, type ShopFailureMaker, type ShopServiceErrorOf } from "./errors/index.js";\nexport const a = (value: unknown) => [isShopFailure(value, "Old") || (isShopFailure(value) && value.code === "Old"), isShopServiceError(value) && value.is("Old"), shopFailure("Old", { id: "1" })];\nexport const b = [shopMocks.Old({ id: "1" }), shopMocks["Old"](), shopMocks["tea-pot"], shopArbitrary({}, "Busy", "Old"), failGet.Old({ id: "1" }), failGet.TeaPot];\nexport type B = ShopFailure<"Old"> | ShopFailureMaker<"Old"> | ShopServiceErrorOf<"Old">;\n',
    'import { shopFailure, isShopFailure, isShopServiceError, shopMocks, shopArbitrary, failGet, type ShopFailure, type ShopFailureMaker, type ShopServiceErrorOf } from "./errors/index.js";\nexport const a = (value: unknown) => [isShopFailure(value, "New") || (isShopFailure(value) && value.code === "New"), isShopServiceError(value) && value.is("New"), shopFailure("New", { id: "1" })];\nexport const b = [shopMocks.New({ id: "1" }), shopMocks["New"](), shopMocks["it\'s \\"${x}\\""], shopArbitrary({}, "Busy", "New"), failGet.New({ id: "1" }), failGet.ItSX];\nexport type B = ShopFailure<"New"> | ShopFailureMaker<"New"> | ShopServiceErrorOf<"New">;\n',
  ],
  "src/given.ts": [
    'import * as shop from "./errors/index.js";\nexport { isOldError } from "./errors/index.js";\nexport const { createOldError, ...rest } = shop;\nexport const a = [rest.isOldError, createOldError];\n',
    'import * as shop from "./errors/index.js";\nexport { isNewError } from "./errors/index.js";\nexport const { createNewError: createOldError, ...rest } = shop;\nexport const a = [rest.isNewError, createOldError];\n',
  ],
  "src/view.tsx": [
    'import { isOldError, type ShopErrorCode } from "./errors/index.js";\ndeclare const View: (props: { code: ShopErrorCode; title: string }) => null;\nexport const a = (value: unknown) => isOldError(value) && <View code="Old" title="Old" />;\n',
    'import { isNewError, type ShopErrorCode } from "./errors/index.js";\ndeclare const View: (props: { code: ShopErrorCode; title: string }) => null;\nexport const a = (value: unknown) => isNewError(value) && <View code="New" title="Old" />;\n',
  ],
  "src/elsewhere.ts": ['export const a = ["Old"];\n', 'export const a = ["Old"];\n'],
  "src/lost.ts": [
    'import { isOldError } from "nowhere";\nexport const a = isOldError(1);\n',
    'import { isOldError } from "nowhere";\nexport const a = isOldError(1);\n',
  ],
  "src/broken.ts": ["export const a = (isOldError;\n", "export const a = (isOldError;\n"],
  "src/page.vue": [
    '<script>import { isOldError } from "./errors";</script>\n',
    '<script>import { isOldError } from "./errors";</script>\n',
  ],
};

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    strict: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    jsx: "preserve",
    paths: { "@errors": ["./src/errors/index.ts"] },
  },
});

const PARTS = ["codes", "guards", "messages", "decode", "table", "http", "server", "mocks"] as const;

async function projectWith(model: Model, side: 0 | 1): Promise<Files> {
  const product = await productOf(model, { importExtension: ".js", parts: [...PARTS] });
  return {
    ...Object.fromEntries([...product].map(([path, text]) => [`/project/src/errors/${path}`, text])),
    "/project/tsconfig.json": TSCONFIG,
    ...Object.fromEntries(Object.entries(SOURCES).map(([path, texts]) => [`/project/${path}`, texts[side]])),
  };
}

function diskOf(files: Files): SourceDisk {
  const folders = new Set(Object.keys(files).map((path) => posix.dirname(path)));
  return {
    read: (path) => files[path],
    kind: (path) =>
      path in files
        ? "file"
        : folders.has(path) || [...folders].some((one) => one.startsWith(`${path}/`))
          ? "folder"
          : undefined,
    list: (folder) =>
      Object.keys(files)
        .filter((path) => posix.dirname(path) === folder)
        .map((path) => posix.basename(path)),
    real: (path) => path,
  };
}

function migrated(files: Files): readonly MigratedFile[] {
  const sources = Object.entries(files).flatMap(([path, text]) =>
    path.startsWith("/project/src/") && !path.startsWith("/project/src/errors/")
      ? [[path, { path: path.slice("/project/".length), text }] as const]
      : [],
  );
  const table: MigratedTable = { model: AFTER, replacements: replacementsOf(AFTER, { only: [], renames: [] }) };
  return migrateSources(new Map(sources), [table], diskOf(files));
}

/** The errors of the compiler in the sources that can be compiled. */
function compilerErrors(files: Files): readonly string[] {
  const { ts } = compiler;
  const paths = Object.keys(SOURCES).filter((path) => !/broken|lost|\.vue$|\.cjs$/.test(path));
  return sourcePrograms(
    paths.map((path) => `/project/${path}`),
    diskOf(files),
    compiler,
  ).flatMap(({ program, files: read }) =>
    read.flatMap((file) =>
      program.getSemanticDiagnostics(file).map(({ start = 0, messageText }) => {
        const line = file.text.slice(0, start).split("\n").length;
        return `${file.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
      }),
    ),
  );
}

const compiler = loadCompiler();
let old: Files = {};
let fresh: Files = {};
let moved: readonly MigratedFile[] = [];

beforeAll(async () => {
  old = await projectWith(BEFORE, 0);
  fresh = await projectWith(AFTER, 0);
  moved = migrated(old);
});

test.each(Object.keys(SOURCES))("%s", (path) => {
  const [before, after] = SOURCES[path] ?? [];
  expect(moved.find((one) => one.path === `/project/${path}`)?.text ?? before).toBe(after);
});

test("places for a person are reported, and no others", () => {
  const found = moved
    .flatMap(({ diagnostics }) => diagnostics)
    .map(({ code, place: { source, span } }) => {
      return `${source.path}:${positionAt(source, span.start).line} ${code}`;
    });
  const wanted = BODIES.map(([text]) => / \/\/(!+)$/.exec(text)?.[1]?.length ?? 0);
  expect(found.filter((line) => !line.startsWith("src/bodies.ts"))).toMatchInlineSnapshot(`
    [
      "src/clash.ts:1 migrate-clash",
      "src/server.ts:3 migrate-params",
      "src/given.ts:2 migrate-export",
      "src/view.tsx:3 migrate-undecided",
      "src/elsewhere.ts:1 migrate-undecided",
      "src/lost.ts:1 migrate-undecided",
      "src/broken.ts:1 migrate-unreadable",
      "src/page.vue:1 migrate-unreadable",
    ]
  `);
  expect(found.filter((line) => line.startsWith("src/bodies.ts")).length).toBe(wanted.reduce((sum, one) => sum + one));
});

test("the new generated code leads to the same texts, and to nothing more the second time", () => {
  const texts = (files: readonly MigratedFile[]) => new Map(files.map(({ path, text }) => [path, text]));
  expect(texts(migrated(fresh))).toEqual(texts(moved));
  const again = migrated({ ...fresh, ...Object.fromEntries(texts(moved)) });
  for (const { path, text } of again) expect(text).toBe(texts(moved).get(path));
});

test("a program that compiled before compiles after, but for the places of a person", async () => {
  expect(compilerErrors(old)).toEqual([]);
  expect(compilerErrors(await projectWith(AFTER, 1))).toMatchInlineSnapshot(`
    [
      "/project/src/bodies.ts:96 Argument of type '"Lost"' is not assignable to parameter of type 'ShopErrorCode'.",
    ]
  `);
});

test("every export that is named after an error moves with it", () => {
  const imports = Object.entries(old).flatMap(([path, text]) => {
    const [, file] = /\/errors\/(.+)\.ts$/.exec(path) ?? [];
    const names = file === undefined ? [] : [...text.matchAll(/^export [a-z ]+ (\w*Old\w*)/gm)].map(([, name]) => name);
    return names.map((name) => `import { ${name} as ${file}${name} } from "./errors/${file}.js";\n`);
  });
  expect(imports.length).toBeGreaterThan(7);
  const files = {
    "/project/tsconfig.json": TSCONFIG,
    ...Object.fromEntries(Object.entries(old).filter(([path]) => path.includes("/errors/"))),
  };
  const [all] = migrated({ ...files, "/project/src/all.ts": imports.join("") });
  expect(all?.text.match(/\{ \w*Old/g)).toBeNull();
});
