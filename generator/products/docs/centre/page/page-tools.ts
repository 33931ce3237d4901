// The link and the menu for copying that the script adds to each article that opens.
import type { Element } from "hast";
import type { Model } from "../../../../model/model.ts";
import { h } from "../../../../text/html/element.ts";
import { type CopyPlace, DATA } from "../centre-names.ts";
import { type Languages, label, type PageLabel } from "./page-texts.ts";

export function toolsTemplate(languages: Languages, model: Model): Element {
  const { guard, arm } = typescriptOf(model);
  const button = (name: PageLabel, copied: string): Element =>
    label(languages, name, "button", { [DATA.copy]: copied });
  return h("template", [
    h("footer", [
      h("a"),
      h("details", [
        label(languages, "copy", "summary"),
        button("copyLink", place("link")),
        button("copyCode", place("code")),
        button("copyExample", place("example")),
        button("copyGuard", guard),
        button("copyArm", arm),
      ]),
    ]),
  ]);
}

function place(name: CopyPlace): string {
  return `{${name}}`;
}

/** TypeScript that calls the generated functions: a condition of its own, and an arm of a match. */
function typescriptOf(model: Model): { readonly guard: string; readonly arm: string } {
  const names = { is: `is${model.name}Error`, parse: `parse${model.name}Message` };
  const access = messageAccess(model);
  const used = access === undefined ? [names.is] : [names.is, names.parse];
  const params = (error: string): string =>
    access === undefined ? error : `${names.parse}(${place("wire")}, ${error}${access})`;
  return {
    guard: `import { ${used.join(", ")} } from "./errors/typescript/index.js";\n\nif (${names.is}(body, ${place("wire")})) {\n  console.log(${params("body")});\n}\n`,
    arm: `${place("text")}: (error) => ${params("error")},\n`,
  };
}

/** The way from a body to its message in TypeScript; a message that may be absent is then empty. */
function messageAccess({ body: { message } }: Model): string | undefined {
  if (message === undefined) return undefined;
  const members = message.at.map((token) =>
    /^[A-Za-z_$][\w$]*$/.test(String(token)) ? `.${token}` : `[${JSON.stringify(token)}]`,
  );
  return members.join("") + (message.isOptional ? ' ?? ""' : "");
}
