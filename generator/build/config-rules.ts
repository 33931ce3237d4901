// The list of rules becomes a part of the schema of the configuration, so that editors complete, explain and check their ids.
import { checkKinds } from "../rules/run.ts";
import type { JsonObject } from "../text/json/value.ts";

const SEVERITY = { type: "string", enum: ["error", "warning", "off"] };
const RULES = /("rules": \{\n(?: {6}.*\n)*? {6}"properties": )\{(?:\n[\s\S]*?\n {6})?\}(?=\n {4}\})/;

/** The text of the schema with the rules that errtable has now; nothing else in it changes. */
export function configWithRules(text: string): string {
  if (!RULES.test(text)) throw new Error("The schema of the configuration has no place for the rules.");
  const rules = checkKinds.map(({ id, summary, severity, required }) => {
    const usual =
      required === true
        ? "Always an error."
        : `${severity === "error" ? "An error" : "A warning"}, unless it is set here.`;
    const description = JSON.stringify(`${summary} ${usual}`);
    const lines = [
      `"title": ${JSON.stringify(id)},`,
      `"description": ${description},`,
      '"type": "string",',
      '"enum": ["error", "warning", "off"]',
    ];
    return [`        ${JSON.stringify(id)}: {`, ...lines.map((line) => `          ${line}`), "        }"].join("\n");
  });
  return text.replace(RULES, (_, start: string) => `${start}{\n${rules.join(",\n")}\n      }`);
}

/** For the validator, which leaves unknown rules and rules that cannot be lowered to better messages than those of a schema. */
export function withAnyRule(config: JsonObject): JsonObject {
  const properties = config["properties"] as JsonObject;
  const { properties: _, ...rules } = properties["rules"] as JsonObject;
  const any = { ...rules, additionalProperties: SEVERITY };
  return { ...config, properties: { ...properties, rules: any } };
}
