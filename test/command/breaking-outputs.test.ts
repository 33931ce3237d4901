// Breaks are proven by the compiler of the project, and the changes of a table become texts for people in its languages.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { breaking } from "../../generator/command/breaking/breaking.ts";
import type { Options } from "../../generator/command/session/command-line.ts";
import { changesDocument } from "../../generator/products/docs/changes/changes-document.ts";
import { renderDocument } from "../../generator/text/documents.ts";
import { modelOf } from "../helpers/model-fixtures.ts";
import { sessionAt } from "../helpers/session-at.ts";

const OLD = {
  OrderNotFound: {
    status: 404,
    message: "order '%s' is not there",
    params: { id: {} },
    retry: "never",
    tags: ["Gone"],
  },
  Busy: { status: 503, message: "busy", retry: "backoff" },
  "Odd*<b>": { identifier: "Odd", status: 400, message: "odd", description: "It is *odd*." },
};
const NEW = {
  OrderNotFound: {
    status: [404, 410],
    message: "order '%s' of %s is not there",
    params: { id: {}, shop: {} },
    retry: "backoff",
  },
  "New|<i>": {
    identifier: "Fresh",
    status: 409,
    message: "new",
    description: "It is `new` <b>.\n\n- a",
    solution: "Wait.",
  },
  Busy: { status: 503, message: "busy", retry: "backoff", deprecated: { since: "2.0.0", replacedBy: "New|<i>" } },
};

test("--prove shows the errors of the project's compiler in a program of the old version", async () => {
  const { run, folder } = project(
    { OrderNotFound: OLD.OrderNotFound, Busy: OLD.Busy },
    { OrderNotFound: NEW.OrderNotFound },
  );
  const without = await run({ prove: true });
  expect(without.told).toContain("No TypeScript is installed here, so that nothing was proven");
  linkTypeScript(folder);
  const { exit, told } = await run({ prove: true });
  expect(exit).toBe(5);
  expect(told).toMatch(
    /error\[code-removed\] The code "Busy".*note: old-program-of-Shop\.ts:\d+:\d+ TypeScript: .*'"?Busy"?'/s,
  );
  expect(told).toMatch(
    /error\[param-added\] .*"shop".*TypeScript: Property 'shop' is missing in type 'import\("known"\)/s,
  );
  expect(told).toMatch(/Shop: TypeScript [\d.]+ proves (\d) of \1 breaks of generated code\.\n/);
});

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly related?: readonly { readonly message: string }[];
}

test("--prove shows every break of a large table by an error of its own", async () => {
  const row = { status: 404, message: "gone", retry: "backoff", tags: ["Gone"] };
  const edits = [{ status: 409 }, { status: [404, 409] }, { status: undefined }, { retry: "never" }, { tags: [] }];
  const codes = Array.from({ length: 60 }, (_, at) => `Code${at}`);
  const old = Object.fromEntries(codes.map((code) => [code, { ...row, message: code }]));
  const changed = codes.map((code, at) => [code, { ...old[code], ...edits[at % edits.length] }] as const);
  const added = codes.map((code) => [`New${code}`, { ...row, message: `new ${code}` }] as const);
  const { run, folder } = project(old, Object.fromEntries([...changed, ...added]));
  linkTypeScript(folder);
  const { told } = await run({ prove: true, format: "json" });
  const { findings } = JSON.parse(told.slice(0, told.lastIndexOf("}") + 1)) as { findings: readonly Finding[] };
  const breaks = findings.filter(({ severity }) => severity !== "note");
  expect(breaks.length).toBe(120);
  for (const { rule, message, related } of breaks) {
    const [code = ""] = /(?<=")\w*Code\d+(?=")/.exec(message) ?? [];
    const proof = related?.map((other) => other.message).join() ?? "";
    expect(proof).toContain("TypeScript: ");
    if (rule === "code-added") expect(proof).toContain(`'"${code}"' is not assignable to type 'ShopErrorCode'`);
    else if (rule === "status-added") expect(proof).toContain(`'StatusOf<${code}Error>'`);
    else expect(proof).toContain(`Type '${code}Error' is not assignable`);
  }
  expect(told).toContain(" proves 120 of 120 breaks of generated code.\n");
});

test("--prove shows with each danger of a rule its own line of the program", async () => {
  const added = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];
  const rows = added.map((code) => [code, { status: 409, message: code }] as const);
  const { run, folder } = project({ Busy: OLD.Busy }, { Busy: OLD.Busy, ...Object.fromEntries(rows) });
  linkTypeScript(folder);
  const proven = ({ told }: { readonly told: string }) =>
    told.split(/(?=warning\[|also:)/).flatMap((part) => {
      const [, code] = /The code "(\w+)" is new/.exec(part) ?? [];
      const proof =
        /note: old-program-of-Shop\.ts:\d+:\d+ TypeScript: Type '"(\w+)"'.*\n.*\n.*api\.ShopErrorCode & "(\w+)"/.exec(
          part,
        );
      return code === undefined ? [] : [[code, proof?.[1], proof?.[2]]];
    });
  const each = added.map((code) => [code, code, code]);
  expect(proven(await run({ prove: true }))).toEqual(each.slice(0, 5));
  expect(proven(await run({ prove: true, all: true }))).toEqual(each);
});

test("--changelog writes a file in each language of the table, and over no file of people", async () => {
  const { run, folder } = project(OLD, NEW, "shop.de.errors.yaml");
  const { told } = await run({ changelog: "out/CHANGES.md" });
  expect(told).toContain("Wrote out/CHANGES.md.\nWrote out/CHANGES.de.md.\n");
  const german = readFileSync(join(folder, "out/CHANGES.de.md"), "utf8");
  expect(german).toContain("### Entfernt\n\n- `Odd*<b>`\n");
  expect(german).toContain("Es ist neu.");
  const text = readFileSync(join(folder, "out/CHANGES.md"), "utf8");
  await run({ changelog: "out/CHANGES.md" });
  expect(readFileSync(join(folder, "out/CHANGES.md"), "utf8")).toBe(text);
  writeFileSync(join(folder, "MINE.md"), "# Mine\n");
  expect(await run({ changelog: "MINE.md" })).toMatchObject({
    exit: 4,
    told: expect.stringContaining('"MINE.md" is there'),
  });
  expect(readFileSync(join(folder, "MINE.md"), "utf8")).toBe("# Mine\n");
});

test("changes are told by code, with the way on", async () => {
  const options = {};
  const document = changesDocument(
    modelOf({ errors: OLD }),
    modelOf({ errors: NEW, retired: { "Odd*<b>": { replacedBy: "Busy" } } }),
    { locale: "en", options },
  );
  expect(await renderDocument("gfm", document)).toBe(`## Added

- \`New|<i>\` (409): It is \`new\` &lt;b>.

  - a

  **Solution**: Wait.

## Changed

- \`OrderNotFound\`
  - Status: \`404\` → \`404\`, \`410\`
  - Message: \`order '{id}' is not there\` → \`order '{id}' of {shop} is not there\`
  - Parameters: \`id\` (string) → \`id\` (string), \`shop\` (string)
  - Retry: no, the same request fails again → yes, after a growing delay
  - Tags: \`Gone\` → –

## Deprecated

- \`Busy\`: **Deprecated since 2.0.0.** Use \`New|<i>\` instead.

## Removed

- \`Odd*<b>\`: **No longer used.** Use \`Busy\` instead.
`);
  const same = changesDocument(modelOf({ errors: OLD }), modelOf({ errors: OLD }), { locale: "en", options });
  expect(await renderDocument("gfm", same)).toBe("Nothing has changed.\n");
});

test("a renamed code, other bodies, and the cases of a code are told as such", async () => {
  const cases = (names: readonly string[]) => ({
    status: 402,
    cases: Object.fromEntries(
      names.map((name, at) => [
        name,
        { message: name, constants: { reason: name }, ...(at === 0 ? { status: 410 + names.length } : {}) },
      ]),
    ),
  });
  const body = (member: string) => ({
    code: "/code",
    message: "/message",
    properties: { reason: { type: "string" }, [member]: { type: "string" } },
  });
  const old = modelOf({
    body: body("a"),
    errors: { Lost: { status: 404, message: "no '%s' here", params: { id: {} } }, Card: cases(["one", "two"]) },
  });
  const now = modelOf({
    body: body("b"),
    errors: {
      Missing: { status: 404, message: "no '%s' here", params: { id: {} } },
      Card: cases(["one", "two", "six"]),
    },
    retired: { Lost: { replacedBy: "Missing" } },
  });
  const text = await renderDocument("gfm", changesDocument(old, now, { locale: "en", options: { headingLevel: 1 } }));
  expect(text).toContain("- `Lost` → `Missing`\n");
  expect(text).toContain("- Demo\n  - Details: `a` (string), `reason` (string) → `b` (string), `reason` (string)\n");
  expect(text).toContain("- `Card.six` (402)\n");
  expect(text).toContain("- `Card`\n  - `Card.one`, Status: `412` → `413`\n");
  expect(text.startsWith("# Added\n")).toBe(true);
});

function linkTypeScript(folder: string): void {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve(import.meta.dirname, "../../node_modules/typescript"), join(folder, "node_modules/typescript"));
}

function project(old: object, now: object, translation?: string) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, data: object): void =>
    writeFileSync(join(folder, name), JSON.stringify({ errtable: 1, ...data }));
  mkdirSync(join(folder, "old"));
  write("old/shop.errors.yaml", { name: "Shop", version: "1.0.0", tags: { Gone: {} }, errors: old });
  write("shop.errors.yaml", { name: "Shop", version: "2.0.0", tags: { Gone: {} }, errors: now });
  if (translation !== undefined)
    write(translation, {
      translates: "./shop.errors.yaml",
      locale: "de",
      errors: { "New|<i>": { description: "Es ist neu." } },
    });
  const run = async (options: Options) => {
    const session = sessionAt(folder, options, [join(folder, "shop.errors.yaml")]);
    return { exit: await breaking(session, { against: "old", ...options }), told: session.told() };
  };
  return { folder, run };
}
