// A whole row of a table, and an entry of a translation, as snippets to fill in.
import type { ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import { scalarText } from "../../reader/yaml/edits.ts";
import { type Offer, snippetText } from "./offers.ts";

/** As far as the other rows of the table have the fields. */
export function rowSnippet(table: ResolvedTable | undefined): Offer {
  const rows = Object.values(table?.root.table.errors ?? {});
  const has = (field: string): boolean => rows.length === 0 || rows.some((row) => Object.hasOwn(row, field));
  const groups = Object.keys(table?.root.table.groups ?? {}).filter((name) => /^[\w-]+$/.test(name));
  const lines = [
    "${1:NewCode}:",
    ...(has("status") ? ["  status: ${2|400,401,403,404,409,422,429,500,503|}"] : []),
    ...(has("message") ? ['  message: "${3:the thing was not found}"'] : []),
    ...(has("description") ? ["  description: ${4:The thing does not exist.}"] : []),
    ...(has("solution") ? ["  solution: ${5:Check its name.}"] : []),
    ...(groups.length > 1 ? [`  group: \${6|${groups.join(",")}|}`] : []),
    ...(has("retry") ? ["  retry: ${7|never,backoff,throttled|}"] : []),
  ];
  return {
    label: "NewCode",
    kind: "snippet",
    detail: "A new row.",
    documentation: "A row with the fields that other rows of the table have.",
    snippet: lines.join("\n"),
  };
}

/** The texts of the original, to be replaced. */
export function translationSnippet({ code, spec }: ResolvedError): string {
  const lines = (["message", "description", "solution"] as const).flatMap((field, index) => {
    const text = spec[field];
    return text === undefined ? [] : [`  ${field}: \${${index + 1}:${snippetText(JSON.stringify(text.trim()))}}`];
  });
  return [`${snippetText(scalarText(code))}:`, ...lines].join("\n");
}
