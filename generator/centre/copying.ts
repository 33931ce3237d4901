// Every error gets buttons that copy its link, its code, a body of it, and the line of TypeScript that knows it.
import { codeOf, element, find, findAll, fragmentOf } from "./elements.ts";

export function startCopying(
  articles: readonly HTMLElement[],
  guard: string,
  announce: (word: "copied" | "uncopied") => void,
): void {
  const { content } = find<HTMLTemplateElement>("template");
  for (const article of articles) {
    const tools = content.cloneNode(true) as DocumentFragment;
    for (const button of findAll("button", tools)) {
      const text = textFor(button.dataset["copy"], article, guard);
      if (text === undefined) button.remove();
      else
        button.addEventListener("click", async () => {
          const isCopied = await copy(text);
          announce(isCopied ? "copied" : "uncopied");
          button.classList.toggle("copied", isCopied);
          setTimeout(() => button.classList.remove("copied"), 1500);
        });
    }
    article.append(tools);
  }
}

function textFor(what: string | undefined, article: HTMLElement, guard: string): string | undefined {
  const code = codeOf(article);
  switch (what) {
    case "link":
      return location.href.split("#")[0] + fragmentOf(article);
    case "code":
      return code;
    case "example":
      return article.querySelector("details pre")?.textContent;
    default:
      return article.className === "gone" ? undefined : `if (${guard}(body, ${JSON.stringify(code)})) {\n}\n`;
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure address there is only the old way.
    const before = document.activeElement as HTMLElement;
    const box = element("textarea", [text]) as HTMLTextAreaElement;
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    before.focus();
    return isCopied;
  }
}
