// A message and its params become words: the text that readers see, the verdict on reading it, and the types of its values.
import { showControls } from "../../diagnostic/unseen.ts";
import { type NamedParam, namedParams } from "../../model/named-params.ts";
import type { ResolvedCase, ResolvedTranslation } from "../../reader/table/resolve.ts";
import { described } from "../../template/arguments.ts";
import { shownText } from "../../template/shown-template.ts";
import type { Verdict } from "../../template/template.ts";
import type { FileView } from "../files/file-view.ts";

const VERDICTS: Readonly<Record<Verdict, string>> = {
  exact: "exact: the params of every message are read back.",
  separable: "separable: a message may be split in several ways, and then its params are not read back.",
  opaque: "opaque: the params cannot be read back from the message.",
};

/** In a translation, the message of the translation. */
export function hoveredMessage(one: ResolvedCase, { grammar, file }: FileView, _offset: number): string {
  const path = file.path.replaceAll("\\", "/");
  const owner: ResolvedCase | ResolvedTranslation =
    grammar === "translation" ? (one.translations.find(({ document }) => document.source.path === path) ?? one) : one;
  const { template } = owner;
  if (template === undefined) return "There is no message.";
  const params = namedParams(one);
  const shown = shownText(
    template.template,
    params.map(({ name }) => name),
  );
  const verdict = params.length === 0 ? "It has no params." : VERDICTS[template.template.verdict];
  return [showControls(shown), verdict, ...params.map(paramLine)].join("\n");
}

export function hoveredParam(name: string, one: ResolvedCase): string {
  const param = namedParams(one).find((each) => each.name === name);
  return param === undefined ? `${showControls(name)}: no placeholder of the message shows it.` : paramLine(param);
}

function paramLine({ name, param, directive, type }: NamedParam): string {
  const { description, example } = param;
  const parts = [
    `${name} (${type}): "${directive.text}" prints ${described(directive)}.`,
    ...(description === undefined ? [] : [description.trim()]),
    ...(example === undefined ? [] : [`For example ${JSON.stringify(example)}.`]),
  ];
  return showControls(parts.join(" "));
}
