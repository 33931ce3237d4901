// The name and the first lines of a file become the kind of source that it is.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { refuseSource } from "./intake-kinds.ts";

export type SourceKind = "csv" | "markdown" | "html" | "data";

export function sourceKind(source: SourceFile): SourceKind | Diagnostic {
  const { path, text } = source;
  const binary = text.indexOf("\0");
  if (binary >= 0)
    return refuseSource(source, binary, "source-syntax", "The file is no text: here is a byte of zero.", KINDS_HELP);
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const known = ENDINGS.find(([endings]) => endings.includes(ending))?.[1];
  if (known === "program")
    return refuseSource(source, 0, "source-kind", `Programs such as ".${ending}" files are not read.`, KINDS_HELP);
  return (
    known ??
    kindOfText(text) ??
    refuseSource(source, 0, "source-kind", "This is no kind of source that is read.", KINDS_HELP)
  );
}

const KINDS_HELP =
  "A table is read from OpenAPI, Swagger, JSON Schema, Smithy, botocore or a list of errors in YAML or JSON, and from tables in Markdown, HTML or CSV.";

const ENDINGS: readonly (readonly [readonly string[], SourceKind | "program"])[] = [
  [["csv", "tsv"], "csv"],
  [["md", "mdx", "markdown", "mkd", "qmd"], "markdown"],
  [["html", "htm", "xhtml"], "html"],
  [["json", "yaml", "yml"], "data"],
  [
    "java kt scala go ts tsx mts cts js mjs cjs jsx py rb rs php cs swift c cc cpp h hpp proto dart ex erl".split(" "),
    "program",
  ],
];

function kindOfText(text: string): SourceKind | undefined {
  const start = text.slice(0, 65_536);
  if (/^\s*</.test(start)) return "html";
  if (/^\s*[{[]|^(?:openapi|swagger|smithy|\$schema)\s*:/m.test(start)) return "data";
  if (/^ {0,3}\|?[ \t]*:?-{2,}[-:| \t]*\|[-:| \t]*$/m.test(start)) return "markdown";
  return /^[^\n]+[,;\t][^\n]+\n[^\n]+[,;\t]/.test(start) ? "csv" : undefined;
}
