// A message template becomes the text that readers see, with the names of its params.
import { shownText } from "../template/shown-template.ts";
import type { Template } from "../template/template.ts";
import type { CaseModel } from "./model.ts";

/** In the language of the template, which is the error's own or a translation. */
export function shownMessage({ params }: Pick<CaseModel, "params">, template: Template): string {
  return shownText(
    template,
    params.map(({ name }) => name),
  );
}
