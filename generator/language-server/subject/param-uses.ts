// A param of an error becomes every place that has it: its descriptions, its directives in all languages, and its values in examples.
import type { Place } from "../../diagnostic/source.ts";
import { namedParams } from "../../model/named-params.ts";
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import { partOf } from "../../template/arguments.ts";
import type { Template } from "../../template/template.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { FileView } from "../files/file-view.ts";
import type { ParamSubject } from "./param-at.ts";

/** As for a rename, the params of one name in a row and in its cases are one. */
export function paramUses(
  { code, name }: ParamSubject,
  { tables }: FileView,
  withDefinition: boolean,
): readonly Place[] {
  const entries = tables.flatMap((table) => table.errors.get(code) ?? []);
  const cases = [...new Set(entries.flatMap((entry) => [entry, ...entry.cases]))];
  return cases.flatMap((one) => [
    ...(withDefinition ? described(one, name) : []),
    ...directives(one, name),
    ...values(one, name),
  ]);
}

function described({ owner: { document }, layers }: ResolvedCase, name: string): readonly Place[] {
  return layers
    .filter(({ fields }) => has((fields as { readonly params?: unknown }).params, name))
    .map(({ path }) => keyPlace(document, [...path, "params", name]));
}

function values({ owner: { document }, layers }: ResolvedCase, name: string): readonly Place[] {
  return layers.flatMap(({ path, fields }) =>
    Object.entries((fields as { readonly examples?: object }).examples ?? {})
      .filter(([, example]) => has((example as { readonly params?: unknown } | null)?.params, name))
      .map(([of]) => keyPlace(document, [...path, "examples", of, "params", name])),
  );
}

/** In the message of the table, and in those of its translations. */
function directives(one: ResolvedCase, name: string): readonly Place[] {
  const argument = namedParams(one).find((param) => param.name === name)?.directive.argument;
  const path = one.layers.find(({ fields }) => Object.hasOwn(fields, "message"))?.path;
  // The message of a row is that of its cases, too.
  if (argument === undefined || (one.name !== undefined && path !== one.path)) return [];
  const inTemplate = (document: SpecDocument, at: Path, template: Template): readonly Place[] =>
    template.tokens.flatMap((token) => {
      if (token.kind === "literal" || token.argument !== argument) return [];
      const { offset, length } = partOf(token);
      return [{ source: document.source, span: document.partSpan([...at, "message"], offset, length) }];
    });
  const translated = one.translations.flatMap(({ document, path: at, template }) =>
    template === undefined ? [] : inTemplate(document, at, template.template),
  );
  const own = one.template?.template;
  return [...(path === undefined || own === undefined ? [] : inTemplate(one.owner.document, path, own)), ...translated];
}

function keyPlace(document: SpecDocument, path: Path): Place {
  return { source: document.source, span: document.keySpan(path) };
}

function has(value: unknown, name: string): boolean {
  return Object(value) === value && Object.hasOwn(value as object, name);
}
