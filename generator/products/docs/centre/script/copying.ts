// Each article that opens gets a link to itself, and a menu that copies this link, its code, an example of its body, and
// TypeScript for its error.
import type { DecoderBody } from "../../../../decode/decoder-table.ts";
import type { CopyPlace } from "../centre-names.ts";
import { codeOf, element, fill, find, findAll } from "./elements.ts";

export function startCopying(
  { isInteger, prefix = "" }: DecoderBody,
  linkOf: (article: HTMLElement) => string,
  announce: (message: "copied" | "uncopied") => void,
): void {
  const { content } = find<HTMLTemplateElement>("template");
  addEventListener(
    "toggle",
    ({ target }) => {
      const details = target as HTMLElement;
      const article = details.parentElement;
      if (!article?.matches("article") || article.querySelector("footer")) return;
      details.append(content.cloneNode(true));
      for (const link of findAll<HTMLAnchorElement>("footer a", article)) {
        link.textContent = `#${codeOf(article)}`;
        link.href = linkOf(article);
      }
    },
    // This event does not rise to the ancestors of its target.
    true,
  );
  addEventListener("click", async ({ target }) => {
    const button = target as HTMLElement;
    const { copy } = button.dataset;
    const article = button.closest("article");
    if (!copy || !article) return;
    const code = codeOf(article);
    const text = JSON.stringify(prefix + code);
    const values: Readonly<Record<CopyPlace, string>> = {
      // With the language and the filters of this moment.
      link: location.href.split("#")[0] + linkOf(article),
      code,
      example: article.querySelector("details details pre")?.textContent ?? "",
      text,
      wire: isInteger ? code : text,
    };
    const isCopied = await copyText(fill(copy, values), button);
    announce(isCopied ? "copied" : "uncopied");
    button.classList.toggle("copied", isCopied);
  });
}

async function copyText(text: string, button: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages that did not come over HTTPS have no clipboard, but the old command works there.
    const box = element("textarea", [text]);
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    button.focus();
    return isCopied;
  }
}
