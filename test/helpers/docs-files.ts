// Tables for the tests of docs, and the files that the docs product makes of them.
import { compileModels } from "../../generator/compile.ts";
import type { Model } from "../../generator/model/model.ts";
import type { DocsFormat } from "../../generator/products/docs/index.ts";
import { emit } from "../../generator/products/index.ts";
import type { DocsOptions } from "../../generator/products/options.gen.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { renderDocument } from "../../generator/text/documents.ts";

const TABLE = `errtable: 1
name: Shop
groups: { stock: { title: Stock } }
errors:
  Order.Not_Found: { status: 404, message: "order '%s' {{ x }}", params: { id: {} }, description: "Not there: <b>{x}</b>.", solution: "Look [here](https://a.example).", retry: never }
  order.not_found: { identifier: Other, status: 409, group: stock, since: 1.2.0, description: "Two.\\n\\n- a\\n- b", solution: Wait., deprecated: { since: 2.0.0, replacedBy: Order.Not_Found, reason: "It is *old*." } }
  Secret: { status: 500, audience: internal, description: Ours., solution: None. }
retired: { Lost: { since: 1.0.0, replacedBy: Order.Not_Found, reason: Found. } }
`;
const FINNISH =
  "errtable: 1\ntranslates: ./t.errors.yaml\nlocale: fi\nerrors: { Order.Not_Found: { description: Ei ole., solution: Etsi. } }\n";

/** The first file is the table. */
export function docsModel(
  files: Readonly<Record<string, string>> = { "/t.errors.yaml": TABLE, "/t.fi.errors.yaml": FINNISH },
): Model {
  const [path = ""] = Object.keys(files);
  const { models, diagnostics } = compileModels({ tables: [path], targets: [] }, memoryHost(files));
  const model = models.get(path);
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return model;
}

export async function makeDocs(options: DocsOptions, model = docsModel()): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {};
  for (const artifact of await emit({ kind: "docs", options: { locales: ["en"], ...options } }, model))
    if (artifact.kind === "document") made[artifact.path] = await renderDocument(artifact.syntax, artifact.document);
  return made;
}

/** The text of one format. */
export async function makeDocsOf(format: DocsFormat, options: DocsOptions = {}): Promise<string> {
  return Object.values(await makeDocs({ ...options, formats: [format] })).join("");
}
