// The language server that editors use for YAML, with the schema of tables or of configurations.
import { readFileSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";

const SCHEMA = readSchema("errtable.schema.json");

export interface Editor {
  /** The text that is shown for the word at an offset. */
  readonly hover: (offset: number) => Promise<string>;
  /** The names that are offered at an offset. */
  readonly complete: (offset: number) => Promise<readonly string[]>;
  /** The messages of its findings. */
  readonly validate: () => Promise<readonly string[]>;
}

/** The server remembers a text by its name. */
export function openTable(name: string, text: string): Editor {
  return openWith(SCHEMA, name, text);
}

export function openConfig(name: string, text: string): Editor {
  return openWith(readSchema("errtable.config.schema.json"), name, text);
}

function readSchema(name: string): object {
  return JSON.parse(readFileSync(new URL(`../../../spec/${name}`, import.meta.url), "utf8")) as object;
}

function openWith(schema: object, name: string, text: string): Editor {
  const service = getLanguageService({
    schemaRequestService: async (uri) => Promise.reject(new Error(`The schema refers to ${uri}.`)),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    ...{ completion: true, hover: true, validate: true },
    schemas: [{ uri: "errtable:schema", fileMatch: ["*"], schema }],
  });
  const document = TextDocument.create(`file:///${name}`, "yaml", 1, text);
  return {
    async hover(offset) {
      const shown = await service.doHover(document, document.positionAt(offset));
      return JSON.stringify(shown?.contents ?? "");
    },
    async complete(offset) {
      const { items } = await service.doComplete(document, document.positionAt(offset), false);
      return items.map(({ label }) => label);
    },
    async validate() {
      return (await service.doValidation(document, false)).map(({ message }) => message);
    },
  };
}
