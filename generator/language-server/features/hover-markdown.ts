// Texts of tables and of the schema become Markdown of a hover; none of them is read as markup.
import { codeSpan, fenceFor } from "../../text/markdown/markdown-text.ts";
import type { Schema } from "../files/schema-at.ts";
import type { LspMarkup } from "../protocol/lsp-types.ts";

/** A text that keeps its lines. */
export function fenced(text: string): string {
  const fence = fenceFor(text);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

/** The words of the schema on a field: they are this project's own, and read as Markdown. */
export function fieldWords(name: string, schema: Schema): string {
  const { title, description = "", enum: values = [], enumDescriptions = [], default: preset } = schema;
  const listed = values.map((value, index) => {
    const words = enumDescriptions[index];
    return `- ${codeSpan(String(value), PLACE)}${words === undefined ? "" : `: ${words}`}`;
  });
  const parts = [
    `**${title ?? name}**`,
    description,
    listed.join("\n"),
    preset === undefined ? "" : `Default: ${codeSpan(JSON.stringify(preset), PLACE)}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

export function markdown(parts: readonly string[]): LspMarkup {
  return { kind: "markdown", value: parts.filter((part) => part !== "").join("\n\n---\n\n") };
}

const PLACE = { cell: false, dialect: "gfm" } as const;
