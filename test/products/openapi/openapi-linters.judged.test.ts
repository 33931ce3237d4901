// Linters find nothing in the OpenAPI components of 3.0, 3.1 and 3.2 under their strictest rules.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emit } from "../../../generator/products/index.ts";
import { render } from "../../../generator/products/render.ts";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { componentsOf, documentAround, documentOfAll, VERSIONS } from "../../helpers/openapi-document.ts";
import { FORMS, formName, OPENAPI_TABLES, TWO, tame } from "../../helpers/openapi-tables.ts";
import { applyOverlay } from "../../helpers/overlay.ts";
import { REAL_APIS } from "../../helpers/real-bodies.ts";
import { isThorough } from "../../helpers/thorough.ts";
import { redoclyFindings, redoclyFindingsOfFile, spectralFindings } from "../../judges/linters/openapi-linters.ts";

describe.each(OPENAPI_TABLES)("%s", (name, model) => {
  // All tables together are linted in each version below.
  const turn = OPENAPI_TABLES.findIndex(([other]) => other === name) % VERSIONS.length;
  test.each(isThorough ? VERSIONS : VERSIONS.slice(turn, turn + 1))(
    "has no finding under redocly's strictest rules in %s",
    async (version) => {
      for (const options of [
        { default: true, ranges: true },
        { discriminator: false, prefix: "My." },
      ]) {
        const components = await componentsOf(model, options);
        const document = tame(JSON.stringify(documentAround(version, components)));
        expect(await redoclyFindings(JSON.parse(document) as JsonObject)).toEqual([]);
      }
    },
  );
});

describe.each(VERSIONS)("several tables in one description, in %s", (version) => {
  test("have no finding under the strictest rules of redocly and of Spectral", async () => {
    const spelled = version === "3.0.3" ? "3.0" : "3.1";
    const parts = [
      [modelOfFile("spec/function-compute.errors.yaml"), {}],
      [modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"), { prefix: "Sink", version: spelled }],
      [modelOfFile("test/cases/kitchen-sink/nested.errors.yaml"), { prefix: "Nested.", default: true }],
      [modelOfFile("test/cases/kitchen-sink/problem.errors.yaml"), { prefix: "Problem_", ranges: true }],
      ...REAL_APIS.map(({ model }) => [model, { prefix: `${model.name}.`, version: spelled }] as const),
      ...FORMS.map((form) => [modelOfFile(form), { prefix: `${formName(form)}.`, version: spelled }] as const),
    ] as const;
    const documents = await Promise.all(
      parts.map(async ([model, options]) => documentAround(version, await componentsOf(model, options))),
    );
    const document = JSON.parse(tame(JSON.stringify(documentOfAll(documents)))) as JsonObject;
    expect(await redoclyFindings(document)).toEqual([]);
    expect(await spectralFindings(document)).toEqual([]);
  });
});

test("an overlay makes a description that linters find nothing in", async () => {
  const model = modelOfFile("spec/function-compute.errors.yaml");
  const [overlay] = await emit({ kind: "openapi", options: { formats: ["overlay"], default: true } }, model);
  const whole = documentAround("3.1.1", await componentsOf(modelOf(TWO)));
  const { components: _, ...bare } = JSON.parse(
    JSON.stringify(whole).replaceAll(/,"\d+":\{"\$ref":"[^"]+"\}/g, ""),
  ) as JsonObject;
  const document = applyOverlay(bare, overlay?.kind === "yaml" ? (overlay.value as JsonObject) : {});
  expect(JSON.stringify(document)).toContain("DefaultErrors");
  expect(await redoclyFindings(document)).toEqual([]);
  expect(await spectralFindings(document)).toEqual([]);
});

test("the file can be referred to from another description", async () => {
  const folder = mkdtempSync(join(tmpdir(), "errtable-openapi-"));
  try {
    const model = modelOfFile("spec/function-compute.errors.yaml");
    const [yaml] = await Promise.all(
      (await emit({ kind: "openapi", options: { formats: ["yaml"] } }, model)).map((artifact) => render(artifact)),
    );
    writeFileSync(join(folder, "components.yaml"), yaml?.text ?? "");
    const api = documentAround("3.1.1", await componentsOf(model), "./components.yaml");
    writeFileSync(join(folder, "api.json"), JSON.stringify(api));
    expect(await redoclyFindingsOfFile(join(folder, "api.json"))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
