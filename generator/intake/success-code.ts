// Tells the code that stands for no error from the others: zero, with words that say so.

export function isSuccess(code: string, text: string | undefined): boolean {
  return (
    /^0+$/.test(code) &&
    text !== undefined &&
    /^(?:(?:http )?ok|success\w*|no error|none)\b|^(?:操作|请求)?成功/i.test(text.trim())
  );
}
