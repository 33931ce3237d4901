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
  const { content } = find("template", HTMLTemplateElement);
  addEventListener(
    "toggle",
    ({ target }) => {
      const article = target instanceof HTMLElement ? target.parentElement : null;
      if (!article?.matches("article") || article.querySelector("footer")) return;
      article.firstElementChild?.append(document.importNode(content, true));
      for (const link of findAll("footer a", HTMLAnchorElement, article)) {
        link.textContent = `#${codeOf(article)}`;
        link.href = linkOf(article);
      }
    },
    // This event does not rise to the ancestors of its target.
    true,
  );
  addEventListener("click", async ({ target }) => {
    const article = target instanceof HTMLButtonElement && target.closest("article");
    if (!article) return;
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
    const isCopied = await copyText(fill(target.dataset["copy"] ?? "", values));
    announce(isCopied ? "copied" : "uncopied");
    target.classList.toggle("copied", isCopied);
  });
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages that did not come over HTTPS have no clipboard, but the old command works there.
    const focused = document.activeElement;
    const box = element("textarea", [text]);
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isCopied;
  }
}
