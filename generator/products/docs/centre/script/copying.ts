// Each article gets buttons that copy its link, its code, an example of its body, and TypeScript that recognises its error.
import { type ClassName, COPIES, type Copy } from "../centre-names.ts";
import { codeOf, element, find, findAll } from "./elements.ts";

export function startCopying(
  articles: readonly HTMLElement[],
  guard: string,
  guardCode: (code: string) => string,
  linkOf: (article: HTMLElement) => string,
  announce: (message: "copied" | "uncopied") => void,
): void {
  const { content } = find("template", HTMLTemplateElement);
  for (const article of articles) {
    const textOf: Readonly<Record<Copy, () => string | undefined>> = {
      // The link keeps the language and the filters of the moment in which it is copied.
      link: () => location.href.split("#")[0] + linkOf(article),
      code: () => codeOf(article),
      example: () => article.querySelector("details pre")?.textContent,
      guard: () =>
        article.className === ("gone" satisfies ClassName)
          ? undefined
          : `if (${guard}(body, ${guardCode(codeOf(article))})) {\n}\n`,
    };
    const tools = document.importNode(content, true);
    for (const copy of COPIES)
      for (const button of findAll(`[data-copy=${copy}]`, HTMLElement, tools)) {
        if (textOf[copy]() === undefined) button.remove();
        button.addEventListener("click", async () => {
          const isCopied = await copyText(textOf[copy]() ?? "");
          announce(isCopied ? "copied" : "uncopied");
          button.classList.toggle("copied", isCopied);
          setTimeout(() => button.classList.remove("copied"), 1500);
        });
      }
    article.append(tools);
  }
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
