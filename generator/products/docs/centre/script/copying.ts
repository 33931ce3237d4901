// Every error gets buttons that copy its link, its code, a body of it, and the line of TypeScript that knows it.
import { codeOf, element, find, findAll, nameOf } from "./elements.ts";

export function startCopying(
  articles: readonly HTMLElement[],
  guard: string,
  addressOf: (name: string) => string,
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
          // A link is the page's address of now.
          const isCopied = await copy(text || location.href.split("#")[0] + addressOf(nameOf(article)));
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
      return "";
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
