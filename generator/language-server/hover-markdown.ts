// Texts of tables and of the schema become Markdown of a hover; none of them is read as markup.
import { escapeText, fenceFor } from "../text/markdown/markdown-text.ts";
import type { LspMarkup } from "./lsp-types.ts";
import type { Schema } from "./schema-at.ts";

/** A text that keeps its lines. */
export function fenced(text: string): string {
  const fence = fenceFor(text);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

/** The words of the schema on a field. */
export function fieldWords(name: string, schema: Schema): string {
  const { title, description = "", enum: values = [], enumDescriptions = [], default: preset } = schema;
  const listed = values.map((value, index) => {
    const words = enumDescriptions[index];
    return `- ${plainText(String(value))}${words === undefined ? "" : `: ${plainText(words)}`}`;
  });
  const parts = [
    `**${plainText(title ?? name)}**`,
    plainText(description),
    listed.join("\n"),
    preset === undefined ? "" : `Default: ${plainText(JSON.stringify(preset))}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

export function markdown(parts: readonly string[]): LspMarkup {
  return { kind: "markdown", value: parts.filter((part) => part !== "").join("\n\n---\n\n") };
}

function plainText(text: string): string {
  return escapeText(text.replaceAll(/\s+/g, " ").trim(), true, true, { cell: false, dialect: "gfm" });
}
