// An artifact becomes the text of a file; each syntax's printer is loaded only when it is needed.
import type { OutputFile } from "../output/state/target.ts";
import type { Artifact } from "./artifact.ts";

export async function render(artifact: Artifact): Promise<OutputFile> {
  return { path: artifact.path, text: await textOf(artifact) };
}

async function textOf(artifact: Artifact): Promise<string> {
  switch (artifact.kind) {
    case "text":
      return artifact.text;
    case "typescript":
      return (await import("./typescript/printer/typescript.ts")).renderTypescript(artifact.statements);
    case "yaml":
      return (await import("../text/yaml.ts")).renderYaml(artifact.value);
    case "json":
      return (await import("../text/json/json.ts")).renderJson(artifact.value);
    case "document":
      return (await import("../text/documents.ts")).renderDocument(artifact.syntax, artifact.document);
    case "page":
      return (await import("../text/html/html-page.ts")).renderPage(artifact.page);
    default:
      return artifact satisfies never;
  }
}
