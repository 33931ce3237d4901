// Writes a page that explains an error to a person: its message, its meaning and its solution, in HTML or in Markdown.
import { type ByCodeAndCase, type ShownError, textsOf } from "./negotiation.ts";

/** Each text is the meaning of an error and its solution. */
export function pageText(shown: ShownError, type: string, texts: ByCodeAndCase<string>): string {
  const { facts, message, language, options } = shown;
  const { row, source = row } = facts;
  const { meaning, solution } = shown.texts || { meaning: textsOf(texts, source), solution: undefined };
  const heading = oneLine(message) || String(row.code);
  const paragraphs = [meaning, solution].filter((text): text is string => text !== undefined && text !== "");
  const details = [String(row.code), String(row.status), options.requestId].filter(isText);
  return type === "text/html"
    ? htmlPage(heading, paragraphs, details, language)
    : [
        `# ${escapeMarkdown(heading)}`,
        ...paragraphs.map(plainMarkdown),
        details.map(escapeMarkdown).join(" · "),
        "",
      ].join("\n\n");
}

/** Undefined is no text, and neither is a text without signs. */
function isText(text: string | undefined): text is string {
  return typeof text === "string" && text !== "" && text !== "undefined";
}

function htmlPage(heading: string, paragraphs: readonly string[], facts: readonly string[], language: string): string {
  const all = paragraphs.join("\n\n").split(/\n\s*\n/);
  const body = all.map((text) => (text === "" ? "" : `<p>${escapeHtml(text)}</p>`));
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(heading)}</title></head>`,
    `<body><main><h1>${escapeHtml(heading)}</h1>${body.join("")}`,
    `<p><code>${facts.map(escapeHtml).join("</code> · <code>")}</code></p></main></body></html>`,
  ].join("\n");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Markdown without HTML, and without links to anything but the web. */
function plainMarkdown(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, "&lt;").replace(/\](?=[(:])(?![(:]\s*(?:https?|mailto):)/gi, "]\\");
}

function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A page runs nothing and loads nothing. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'",
  "X-Content-Type-Options": "nosniff",
};
