// The texts of the files that init writes.
import { dirname } from "node:path";
import type { OutputFile } from "../../output/state/target.ts";
import { PRODUCTS, type Product } from "../../products/index.ts";
import type { TypescriptOptions } from "../../products/options.gen.ts";
import { installedSchema, schemaLine } from "../../reader/schema-line.ts";
import { MERGE_ATTRIBUTE } from "../verbs/install-driver.ts";
import { optionsText } from "./init-options.ts";

export type ProductKind = Product["kind"];

export interface NewProject {
  /** The file name of the table, such as "my-shop.errors.yaml". */
  readonly file: string;
  /** The text of the table; undefined where it is there already. */
  readonly table: string | undefined;
  readonly products: readonly ProductKind[];
  /** Whether a person named it: only then it becomes one more table of a project that has a configuration. */
  readonly isNamed: boolean;
}

export const CONFIG = "errtable.config.yaml";

/** A line that a file of another tool needs. */
export interface ForeignLine {
  readonly path: string;
  readonly line: string;
}

export const DEFAULT_PRODUCTS: readonly ProductKind[] = PRODUCTS.filter(({ byDefault }) => byDefault).map(
  ({ kind }) => kind,
);

/** Generated files keep their line ends, stay folded in reviews, and are merged by errtable where a clone has its driver. */
export const GIT_LINE: ForeignLine = {
  path: ".gitattributes",
  line: `errors/** text eol=lf linguist-generated ${MERGE_ATTRIBUTE}`,
};

/** Branches that each add a code, to a table or to a translation, merge without a conflict where a clone has the driver. */
export const TABLES_LINE: ForeignLine = { path: GIT_LINE.path, line: `*.errors.yaml ${MERGE_ATTRIBUTE}` };

/** Branches that each accept a break do, too. */
export const ACCEPTED_LINE: ForeignLine = { path: GIT_LINE.path, line: `*.accepted.yaml ${MERGE_ATTRIBUTE}` };

export const PRETTIER_LINE: ForeignLine = { path: ".prettierignore", line: "errors/" };

const COPIES = "errors/schemas";

/**
 * The table and the configuration, with the schemas for editors: those of the nearest package, else copies in the project,
 * whose folder is `copies`.
 */
export function projectFiles(
  { file, table, products }: NewProject,
  folder: string,
  exists: (path: string) => boolean,
  options: TypescriptOptions,
) {
  const installed = installedSchema(folder, "errtable.schema.json", exists);
  const schemas = installed === undefined ? `./${COPIES}` : dirname(installed);
  const targetLine = (kind: ProductKind, out: string): string =>
    `  - { kind: ${kind}, table: ./${file}, out: ./errors/${out}${kind === "typescript" ? optionsText(options) : ""} }\n`;
  const kinds = [...products, ...(installed === undefined ? (["schemas"] as const) : [])];
  const targets = kinds.map((kind) => targetLine(kind, kind));
  const files: readonly OutputFile[] = [
    ...(table === undefined
      ? []
      : [{ path: file, text: `${schemaLine(`${schemas}/errtable.schema.json`)}\n${table}` }]),
    {
      path: CONFIG,
      text: `${schemaLine(`${schemas}/errtable.config.schema.json`)}\ntargets:\n${targets.join("")}`,
    },
  ];
  const copies = installed === undefined ? COPIES : undefined;
  /** The lines for a configuration that is there: each table has a folder of its own beside those of the others. */
  const further = products.map((kind) => targetLine(kind, `${file.replace(/\.errors\.ya?ml$/, "")}/${kind}`));
  return { files, copies, further };
}

/** The name of a table's file. */
export function fileOf(name: string): string {
  return `${kebabCase(name)}.errors.yaml`;
}

/** "my-service" and "my service" become "MyService"; undefined where no letter is left to begin with. */
export function tableName(text: string): string | undefined {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
  return /^[A-Z][A-Za-z0-9]{0,63}$/.test(name) ? name : undefined;
}

function kebabCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

/** The table of two errors that a person changes into the own ones. With a member, bodies hold the error in it. */
export function firstTable(name: string, member = ""): string {
  const inner = member === "" ? "" : `/${member}`;
  return `errtable: 1
name: ${name}
title: ${name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")}
description: Errors that the ${name} API returns.
version: 1.0.0

body:
  mediaType: application/json
  code: ${inner}/code
  message: ${inner}/message

errors:
  OrderNotFound:
    status: 404
    message: "order '%s' does not exist"
    params:
      orderId: { description: The order that was asked for., example: A-1001 }
    description: The order does not exist.
    solution: Check the order number, or list the orders.
    retry: never

  TooManyRequests:
    status: 429
    message: "at most %d requests per minute are allowed"
    params:
      limit: { description: The requests that are allowed per minute., example: 600 }
    description: The client sends more requests than its quota allows.
    solution: Wait for as long as Retry-After says, then send the request again.
    retry: throttled
    headers:
      Retry-After: { description: Seconds to wait., schema: { type: integer, minimum: 0 } }
`;
}
