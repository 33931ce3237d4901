// An API description becomes the findings of linters under their strictest rules, as lines.
import { createConfig, lint, lintFromString, type NormalizedProblem } from "@redocly/openapi-core";
import { type RulesetDefinition, Spectral } from "@stoplight/spectral-core";
import { oas } from "@stoplight/spectral-rulesets";
import type { JsonObject } from "../../../generator/text/json/value.ts";

const redocly = createConfig({ extends: ["recommended-strict"] });
const spectral = new Spectral();
spectral.setRuleset({ extends: [[oas as RulesetDefinition, "all"]] });

export async function redoclyFindings(document: JsonObject): Promise<readonly string[]> {
  const source = JSON.stringify(document);
  return linesOf(await lintFromString({ source, absoluteRef: "api.json", config: await redocly }));
}

/** Other files that the description refers to are read too. */
export async function redoclyFindingsOfFile(path: string): Promise<readonly string[]> {
  return linesOf(await lint({ ref: path, config: await redocly }));
}

function linesOf(problems: readonly NormalizedProblem[]): readonly string[] {
  return problems.map(({ ruleId, message, location: [at] }) => `${ruleId}: ${message} ${at?.pointer ?? ""}`);
}

export async function spectralFindings(document: JsonObject): Promise<readonly string[]> {
  const problems = await spectral.run(structuredClone(document));
  return problems.map(({ code, message, path }) => `${code}: ${message} /${path.join("/")}`);
}
