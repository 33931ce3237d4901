// An artifact becomes the text of a file; each language's printer is loaded only when it is needed.
import type { Artifact, OutputFile, Statement } from "../artifact.ts";

export type TypescriptPrinter = (statements: readonly Statement[]) => Promise<string>;

/** Without a printer of the caller's, TypeScript is printed here. */
export async function render(artifact: Artifact, print?: TypescriptPrinter): Promise<OutputFile> {
  return { path: artifact.path, text: await textOf(artifact, print) };
}

async function textOf(artifact: Artifact, print: TypescriptPrinter | undefined): Promise<string> {
  switch (artifact.kind) {
    case "typescript":
      return (print ?? (await import("./typescript.ts")).renderTypescript)(artifact.statements);
    case "yaml":
      return (await import("./yaml.ts")).renderYaml(artifact.value);
    case "json":
      return (await import("./json.ts")).renderJson(artifact.value);
    case "markdown":
      return (await import("./markdown.ts")).renderMarkdown(artifact.document);
    default:
      return artifact satisfies never;
  }
}
