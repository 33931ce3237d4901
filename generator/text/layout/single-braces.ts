// The braces of a script that hold one statement behind a condition or a loop: some formatters set them, and others take them away.

/** The places of the braces; semicolons show where statements end. */
export function singleBraces(words: readonly string[]): readonly number[] {
  return words.flatMap((word, index) => {
    const body = HEADS.test(word) ? bodyOf(words, index) : undefined;
    if (body === undefined || words[body] !== "{" || /^(?:const|let|class|function)$/.test(words[body + 1] ?? ""))
      return [];
    const end = statementEnd(words, body + 1);
    if (end === undefined || words[end] !== "}") return [];
    // The word would belong to the inner statement.
    return words[end + 1] === "else" && HEADS.test(words[body + 1] ?? "") ? [] : [body, end];
  });
}

const HEADS = /^(?:if|for|while|else)$/;

/** The place behind the condition, if there is one. */
function bodyOf(words: readonly string[], head: number): number | undefined {
  if (words[head] === "else") return head + 1;
  return words[head + 1] === "(" ? behindBracket(words, head + 1) : undefined;
}

/** The place behind a statement; undefined where nothing shows its end. */
function statementEnd(words: readonly string[], start: number): number | undefined {
  const word = words[start] ?? "";
  if (word === "{") return behindBracket(words, start);
  if (!HEADS.test(word)) {
    let index: number | undefined = start;
    while (index !== undefined && index < words.length) {
      const one: string = words[index] ?? "";
      if (one === ";") return index + 1;
      if (/^[)\]}]$/.test(one)) return undefined;
      index = /^[([{]$/.test(one) ? behindBracket(words, index) : index + 1;
    }
    return undefined;
  }
  const body = bodyOf(words, start);
  const end = body === undefined ? undefined : statementEnd(words, body);
  return end !== undefined && word === "if" && words[end] === "else" ? statementEnd(words, end) : end;
}

function behindBracket(words: readonly string[], open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < words.length; index++) {
    const word = words[index] ?? "";
    if (/^[([{]$/.test(word)) depth++;
    if (/^[)\]}]$/.test(word) && --depth === 0) return index + 1;
  }
  return undefined;
}
