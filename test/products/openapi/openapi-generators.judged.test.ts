// What client generators make of the components: unions that a switch exhausts and that real bodies fit, in every version.
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { declaredType, describeForms } from "../../helpers/described-forms.ts";
import { operationsWithErrors } from "../../helpers/described-operations.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { VERSIONS } from "../../helpers/openapi-document.ts";
import { CLIENT_FOLDERS, heyApi, oazapfts, openapiTypescript } from "../../judges/clients/openapi-generators.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(CLIENT_FOLDERS, "errtable-generators");
const FUNCTION_COMPUTE = modelOfFile("spec/function-compute.errors.yaml");

const GENERATORS = {
  "openapi-typescript": {
    make: openapiTypescript,
    versions: VERSIONS,
    import: "{ components }",
    typeOf: (schema: string) => `components["schemas"]["${schema}"]`,
  },
  "hey-api": {
    make: heyApi,
    versions: VERSIONS,
    import: "* as types",
    typeOf: (schema: string, module: string) => `types.${declaredType(schema, module)}`,
  },
  oazapfts: {
    make: oazapfts,
    // It reads no 3.2, and its types are the same in 3.1.
    versions: ["3.0.3"],
    import: "* as types",
    typeOf: (schema: string, module: string) => `types.${declaredType(schema, module)}`,
  },
} as const;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const version of VERSIONS) {
    const { document, programOf } = await describeForms(version);
    for (const [name, generator] of Object.entries(GENERATORS)) {
      if (!(generator.versions as readonly string[]).includes(version)) continue;
      const module = `${name}-${version}`;
      const text = await generator.make(document);
      writeFileSync(join(FOLDER, `${module}.ts`), text);
      const program = programOf((schema) => generator.typeOf(schema, text));
      writeFileSync(
        join(FOLDER, `${module}.use.ts`),
        `import type ${generator.import} from "./${module}";\n${program}`,
      );
    }
  }
  writeFileSync(join(FOLDER, "api.ts"), await openapiTypescript(await described()));
  writeFileSync(join(FOLDER, "client.ts"), CLIENT);
});

test("every union is exhausted, narrows to each of its errors, and fits every example; no other code does", async () => {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "esnext",
    moduleResolution: "bundler",
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const compiled = await promisify(execFile)(process.execPath, [tsc, "-p", FOLDER]).catch(
    ({ stdout }: { readonly stdout: string }) => ({ stdout }),
  );
  expect(compiled.stdout).toBe("");
});

test("openapi-fetch narrows an error that a server answers with by its code", async () => {
  const error = FUNCTION_COMPUTE.errors.find(({ code }) => code === "AliasNotFound");
  const server = createServer((_, response) => {
    response.writeHead(error?.statuses[0] ?? 0, { "content-type": "application/json" });
    response.end(JSON.stringify(error?.cases[0]?.examples[0]?.body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const { port } = server.address() as AddressInfo;
    const client = (await import(pathToFileURL(join(FOLDER, "client.ts")).href)) as {
      readonly getAlias: (baseUrl: string) => Promise<string>;
    };
    expect(await client.getAlias(`http://127.0.0.1:${port}`)).toBe(
      "no alias: alias 'prod' of service 'demo' does not exist",
    );
  } finally {
    server.close();
  }
});

/** An API whose operation answers with some codes of a status. */
async function described(): Promise<JsonObject> {
  const model = { ...FUNCTION_COMPUTE, operations: modelOf(OPERATIONS).operations };
  const path = "/services/{service}/aliases/{alias}";
  const operation = { operationId: "GetAlias", method: "get", path };
  const { components, operations } = operationsWithErrors(model, {}, [operation]);
  const parameters = ["service", "alias"].map((name) => ({
    ...{ name, in: "path", required: true },
    schema: { type: "string" },
  }));
  const ok = { description: "OK", content: { "application/json": { schema: { type: "object", properties: {} } } } };
  const responses = { "200": ok, ...operations[0]?.responses };
  return {
    openapi: "3.1.1",
    info: { title: "Test", version: "1.0.0" },
    paths: { [path]: { get: { operationId: "GetAlias", parameters, responses } } },
    components,
  } as unknown as JsonObject;
}

const OPERATIONS = {
  errors: Object.fromEntries(FUNCTION_COMPUTE.errors.map(({ code, statuses }) => [code, { status: statuses }])),
  operations: { "*": ["AccessDenied"], GetAlias: ["AliasNotFound", "ServiceNotFound"] },
};

const CLIENT = `import createClient from "openapi-fetch";
import type { paths } from "./api";

export async function getAlias(baseUrl: string): Promise<string> {
  const client = createClient<paths>({ baseUrl });
  const { error } = await client.GET("/services/{service}/aliases/{alias}", {
    params: { path: { service: "demo", alias: "prod" } },
  });
  switch (error?.errorCode) {
    case undefined:
      return "found";
    case "AliasNotFound":
      return \`no alias: \${error.errorMessage}\`;
    case "ServiceNotFound":
    case "AccessDenied":
      return \`no service: \${error.errorMessage}\`;
    default: {
      const none: never = error;
      return none;
    }
  }
}
`;
