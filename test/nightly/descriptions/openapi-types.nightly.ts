// Further generators of clients make unions of the components that a switch exhausts and that real bodies fit.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { declaredType, describeForms } from "../../helpers/described-forms.ts";
import { compilerFindings, freshFolder, run } from "./tools.ts";

const KUBB = `import { defineConfig } from "@kubb/core";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

export default defineConfig({
  root: ".",
  input: { path: "./api.json" },
  output: { path: "./kubb", clean: true },
  plugins: [pluginOas({ validate: false }), pluginTs({ output: { path: "types.ts" } })],
});
`;

interface Generator {
  /** Makes the module at the returned path, of the description "api.json" in the folder. */
  readonly make: (folder: string) => Promise<string>;
  /** The description that the generator takes, where it has faults of its own. */
  readonly given?: (document: string) => string;
  /** Whether it makes a union of the errors of the table with this prefix; by default of all tables. */
  readonly isIncluded?: (prefix: string) => boolean;
  readonly compilerOptions?: Readonly<Record<string, boolean>>;
  /** The type of a schema; by default, the one that the module exports. */
  readonly typeOf?: (schema: string) => string;
}

const GENERATORS: Readonly<Record<string, Generator>> = {
  kubb: {
    make: async (folder) => {
      writeFileSync(join(folder, "kubb.config.mjs"), KUBB);
      await run("kubb", ["generate", "--config", "kubb.config.mjs"], folder);
      return "kubb/types";
    },
  },
  "openapi-zod-client": {
    make: async (folder) => {
      await run("openapi-zod-client", ["api.json", "--export-schemas", "-o", "zod-client.ts"], folder);
      return "zod-client";
    },
    // It takes null for anything, so that a body without a code is told from no other.
    isIncluded: (prefix) =>
      !["Cases", "Discord", "GitHub", "GitLab", "Kubernetes", "Pointers", "Stripe", "Turnstile"].includes(prefix),
    compilerOptions: { exactOptionalPropertyTypes: false },
    typeOf: (schema) => `import("zod").infer<(typeof types.schemas)["${schema}"]>`,
  },
  orval: {
    make: async (folder) => {
      await run("orval", ["--input", "api.json", "--output", "orval.ts", "--client", "fetch"], folder);
      return "orval";
    },
    // It writes 4XX as a number.
    given: (document) => document.replaceAll('"4XX":', '"418":').replaceAll('"5XX":', '"518":'),
  },
  "rtk-query": {
    make: async (folder) => {
      const files = { schemaFile: "api.json", apiFile: "./empty-api.ts", apiImport: "emptyApi", outputFile: "rtk.ts" };
      writeFileSync(join(folder, "rtk.config.json"), JSON.stringify(files));
      writeFileSync(join(folder, "empty-api.ts"), EMPTY_API);
      await run("rtk-query-codegen-openapi", ["rtk.config.json"], folder);
      return "rtk";
    },
    // It makes types of JSON alone.
    given: (document) => document.replaceAll('"application/xml":', '"application/json":'),
  },
  "swagger-typescript-api": {
    make: async (folder) => {
      const options = ["--path", "api.json", "-o", ".", "-n", "sta.ts", "--no-client"];
      await run("swagger-typescript-api", ["generate", ...options], folder);
      return "sta";
    },
  },
};

const EMPTY_API = `import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query";
export const emptyApi = createApi({ baseQuery: fetchBaseQuery(), endpoints: () => ({}) });
`;

const VERSIONS = ["3.0.3", "3.1.1"];

const ALL = Object.entries(GENERATORS).flatMap(([name, generator]) =>
  VERSIONS.map((version) => [name, version, generator] as const),
);

test.each(ALL)("%s, OpenAPI %s", async (name, version, generator) => {
  const { make, given = (document) => document, isIncluded, compilerOptions, typeOf } = generator;
  const folder = freshFolder(`types-${name}-${version}`);
  const { document, programOf } = await describeForms(version, isIncluded);
  writeFileSync(join(folder, "api.json"), given(JSON.stringify(document)));
  const module = await make(folder);
  const text = readFileSync(join(folder, `${module}.ts`), "utf8");
  const use = programOf(typeOf ?? ((schema) => `types.${declaredType(schema, text)}`));
  writeFileSync(join(folder, "types.use.ts"), `import type * as types from "./${module}";\n${use}`);
  expect(await compilerFindings(folder, compilerOptions)).toBe("");
});
