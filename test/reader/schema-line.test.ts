// The comment that names a schema to editors, and the finding where it leads nowhere.
import { expect, test } from "vitest";
import { memoryHost } from "../../generator/reader/host.ts";
import { checkSchemaLine, checkSchemaLines, installedSchema, schemaLine } from "../../generator/reader/schema-line.ts";
import { specFiles } from "../../generator/reader/table/spec-files.ts";
import { validateConfig, validateLanguage } from "../../generator/reader/validators.gen.js";

const SCHEMA = "node_modules/errtable/spec/errtable.schema.json";
const WRITTEN = `./${SCHEMA}`;

function found(text: string, files: Readonly<Record<string, string>> = {}) {
  return checkSchemaLine(
    "/packages/shop/my.errors.yaml",
    "errtable.schema.json",
    memoryHost({ "packages/shop/my.errors.yaml": text, ...files }),
  );
}

test.each([
  ["a schema that is there", schemaLine(WRITTEN), { [`packages/shop/${SCHEMA}`]: "{}" }],
  [
    "a copy of the project",
    "# $schema: ../schemas/errtable.schema.json",
    { "packages/schemas/errtable.schema.json": "{}" },
  ],
  ["an address", schemaLine("https://example.com/errtable.schema.json"), {}],
  ["none", schemaLine("none"), {}],
  ["no comment", "name: Shop", {}],
  ["a text behind the first field, which no editor reads", `name: Shop\n${schemaLine("./gone.json")}`, {}],
])("nothing is wrong with %s", (_, line, files) => {
  expect(found(`${line}\nerrtable: 1\n`, files)).toEqual([]);
});

test.each([
  ["hoisted", { [SCHEMA]: "{}" }, `Write $schema=../../${SCHEMA}.`],
  ["beside the table", { [`packages/shop/${SCHEMA}`]: "{}" }, `Write $schema=./${SCHEMA}.`],
  ["nowhere", {}, "Make one with a target of the kind schemas, and name its errtable.schema.json here."],
])("a line that leads nowhere: the package is %s", (_, files, help) => {
  for (const line of [schemaLine("./gone.json"), "# $schema: ./gone.json"]) {
    const text = `# A table.\r\n${line}\r\nerrtable: 1\r\n`;
    const [finding, ...others] = found(text, files);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "schema-line", severity: "warning", help });
    const { start, end } = finding?.place.span ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe("./gone.json");
    const [, installed] = /^Write \$schema=(.*)\.$/.exec(help) ?? [];
    expect(finding?.fix).toEqual(installed === undefined ? undefined : [{ start, end, text: installed }]);
  }
});

test("each file is told the schema of its own kind", () => {
  const names = ["errtable.config.schema.json", "errtable.schema.json", "errtable.accepted.schema.json"];
  const paths = ["errtable.config.yaml", "my.errors.yaml", "my.accepted.yaml"];
  const line = schemaLine("./gone.json");
  const host = memoryHost({
    ...Object.fromEntries(names.map((name) => [`node_modules/errtable/spec/${name}`, "{}"])),
    ...Object.fromEntries(paths.map((path) => [path, `${line}\n`])),
    "my.de.errors.yaml": `${line}\nerrtable: 1\ntranslates: ./my.errors.yaml\nlocale: de\nerrors: {}\n`,
  });
  const found = checkSchemaLines("/errtable.config.yaml", ["/my.errors.yaml"], ["/my.accepted.yaml"], specFiles(host));
  expect(found.map(({ place, help }) => [place.source.path, help])).toEqual(
    [...paths.slice(0, 2), "my.de.errors.yaml", ...paths.slice(2)].map((path) => {
      const name = path.includes("config") ? names[0] : path.includes("accepted") ? names[2] : names[1];
      return [path, `Write $schema=./node_modules/errtable/spec/${name}.`];
    }),
  );
});

/** The rules of a public store of schemas: an address as the name, draft-07, nothing that is loaded from elsewhere. */
test.each([
  ["tables", validateLanguage],
  ["configurations", validateConfig],
])("the schema of %s can stand at an address", (_, validator) => {
  const schema = validator.schema() as Readonly<Record<string, unknown>>;
  expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  expect(schema["$id"]).toMatch(/^https:\/\/[\w./-]+\.json$/);
  expect(schema).toMatchObject({ title: expect.any(String), description: expect.any(String) });
  const references = JSON.stringify(schema).match(/"\$ref":"[^"]*"/g) ?? [];
  expect(references.filter((one) => !one.startsWith('"$ref":"#/'))).toEqual([]);
});

test("the nearest package is named as the file sees it", () => {
  const at = (...folders: readonly string[]) => {
    const paths = folders.map((folder) => `${folder}/node_modules/errtable/spec/errtable.config.schema.json`);
    return installedSchema("/a/b/c", "errtable.config.schema.json", (path) => paths.includes(path));
  };
  const name = "node_modules/errtable/spec/errtable.config.schema.json";
  expect([at("/a/b/c", "/a"), at("/a/b", "/a"), at("/a"), at()]).toEqual([
    `./${name}`,
    `../${name}`,
    `../../${name}`,
    undefined,
  ]);
});
