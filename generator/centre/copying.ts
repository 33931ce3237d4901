// Every error gets buttons that copy its link, its code, a body of it, and the line of TypeScript that knows it.
import type { CentreWords } from "./data.ts";
import { codeOf, part } from "./elements.ts";

/** Buttons are made where somebody comes near them: thousands of errors have thousands of them. */
export function startCopying(
  articles: readonly HTMLElement[],
  guard: string,
  words: () => CentreWords,
  announce: (text: string) => void,
): void {
  const template = part<HTMLTemplateElement>("tools");
  const add = (article: HTMLElement): void => {
    const tools = template.content.cloneNode(true) as DocumentFragment;
    for (const button of tools.querySelectorAll("button"))
      if (textFor(button.dataset["copy"], article, guard) === undefined) button.remove();
    article.append(tools);
  };
  const near = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        add(target as HTMLElement);
      }
    },
    { rootMargin: "600px" },
  );
  for (const article of articles) near.observe(article);
  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-copy]") : null;
    const article = button?.closest("article");
    if (!button || !article) return;
    const isCopied = await copy(textFor(button.dataset["copy"], article, guard) ?? "");
    announce(isCopied ? words().copied : words().uncopied);
    if (!isCopied) return;
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1500);
  });
}

function textFor(what: string | undefined, article: HTMLElement, guard: string): string | undefined {
  const code = codeOf(article);
  switch (what) {
    case "link":
      return `${location.href.replace(/#.*$/s, "")}#${encodeURIComponent(article.id)}`;
    case "code":
      return code;
    case "example":
      return article.querySelector("details pre")?.textContent;
    default:
      return article.classList.contains("gone") ? undefined : `if (${guard}(body, ${JSON.stringify(code)})) {\n}\n`;
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure address there is only the old way.
    const box = document.createElement("textarea");
    const before = document.activeElement;
    box.value = text;
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    if (before instanceof HTMLElement) before.focus();
    return isCopied;
  }
}
