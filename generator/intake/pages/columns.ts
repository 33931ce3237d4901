// The header of a grid becomes the meaning of its columns, by the words of the header and the values below them.
import { isCode, isStatus } from "../code-values.ts";
import type { FoundCell, FoundGrid } from "./found-grid.ts";
import { readStatuses } from "./status-cells.ts";

export type Role =
  | "code"
  | "status"
  | "message"
  | "description"
  | "solution"
  | "identifier"
  | "retry"
  | "group"
  | "since";

/** The index of the column of each role; a grid of errors has one of codes. */
export type Columns = Readonly<Partial<Record<Role, number>>> & { readonly code: number };

/** Words of headers without blanks and signs, the surest of a role first. */
const WORDS: Readonly<Record<Role, readonly string[]>> = {
  code: words(
    "errorcode errcode apierrorcode errorcodes code codes subcode resultcode returncode retcode faultcode errornumber errorid errno error errorname errors errortype exception errorkey 错误码 错误代码 返回码 錯誤碼 エラーコード 오류코드 fehlercode codederreur códigodeerror códigodeerro кодошибки codeerreur códigoerror códigoerro codiceerrore codicedierrore foutcode kodbłędu hatakodu mãlỗi felkod kodekesalahan código codice kod код 代码 コード 코드",
  ),
  status: words(
    "httpstatuscode httpstatus httpcode statuscode httpresponsecode httpresponsestatus httpstatuscodes httperrorcode responsestatus status http statuscodes http状态码 状态码 httpステータスコード ステータスコード http상태코드 상태코드 códigohttp codehttp statuthttp codicehttp httpкод códigodeestado códigodestatus httpstatuskod",
  ),
  message: words(
    "errormessage message errmsg errormsg msg messages responsemessage messagetext errormessages errortext template 错误信息 错误消息 錯誤訊息 エラーメッセージ 오류메시지 fehlermeldung messagederreur mensajedeerror mensagemdeerro сообщение meldung mensaje mensagem messaggio melding komunikat mesaj meddelande pesan thôngbáo 返回信息 提示信息 メッセージ 메시지",
  ),
  description: words(
    "description errordescription desc meaning explanation details detail cause causes reason possiblecause definition remarks notes note comment summary title text 描述 说明 含义 錯誤描述 説明 설명 原因 beschreibung descripción descrição описание bedeutung descrizione omschrijving opis açıklama môtả beskrivning deskripsi 语义 描述信息 意味",
  ),
  solution: words(
    "solution solutions resolution help hint recommendedaction suggestedaction action actions howtofix fix remedy workaround suggestion troubleshooting whattodo handling handlingmeasure howtoresolve 解决方案 处理措施 处理方法 解決方法 対処方法 해결방법 lösung solución solução решение abhilfe soluzione oplossing rozwiązanie çözüm åtgärd solusi giảipháp 处理建议 处理方式",
  ),
  identifier: words("name constant symbol symbolicname identifier enum errorname 名称"),
  retry: words("retriable retryable retry canretry isretriable isretryable"),
  group: words("category group section subsystem module component class"),
  since: words("since addedin introducedin sinceversion"),
};

function words(text: string): readonly string[] {
  return text.split(" ");
}

export function headerWord(cell: FoundCell | undefined): string {
  return (cell?.plain ?? "").toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** "Error code" is a header of errors beside any other header. */
export function isSureHeader(cell: FoundCell | undefined): boolean {
  return /err|错|錯|エラー|오류|fehler|ошиб|błęd|lỗi|foutcode|hatakodu|felkod|kesalahan/.test(headerWord(cell));
}

/** Whether a cell is the header of some column. */
export function isHeaderWord(cell: FoundCell): boolean {
  return Object.values(WORDS).some((known) => known.includes(headerWord(cell)));
}

/** Undefined where no column holds codes. */
export function findColumns({ header, rows }: FoundGrid): Columns | undefined {
  const names = header.map(headerWord);
  const share = (column: number, holds: (text: string) => boolean): number => {
    const filled = rows.map((row) => row[column]?.plain ?? "").filter((text) => text !== "");
    return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
  };
  const statusShare = (column: number): number =>
    share(column, (text) => readStatuses(text).length > 0 || RANGE.test(text));
  // A column that is called code is one of statuses only if nearly all of its cells are.
  const holdsStatuses = (column: number): boolean => statusShare(column) > 0.8;
  const holdsCodes = (column: number): boolean => {
    const most = isSureHeader(header[column]) ? 0 : 0.6;
    return share(column, (text) => codesIn(text).length > 0) > most;
  };
  const ranked = (role: Role): readonly number[] =>
    WORDS[role].flatMap((word) => names.flatMap((name, column) => (name === word ? [column] : [])));
  const byName = ranked("code");
  const status = [
    ...ranked("status").filter((column) => statusShare(column) > 0.5),
    ...byName.filter(holdsStatuses),
  ][0];
  const code =
    byName.find((column) => column !== status && holdsCodes(column) && !holdsStatuses(column)) ??
    // A name is the code only beside a status: tables of parameters have names, too.
    (status === undefined ? undefined : ranked("identifier").find(holdsCodes));
  if (code === undefined) return undefined;
  const taken = new Set([code, ...(status === undefined ? [] : [status])]);
  const found: Partial<Record<Role, number>> = { code, ...(status === undefined ? {} : { status }) };
  const take = (role: Role, columns: readonly number[]): void => {
    const column = columns.find((one) => !taken.has(one));
    if (column === undefined) return;
    taken.add(column);
    found[role] = column;
  };
  take(
    "identifier",
    [...ranked("identifier"), ...byName].filter((column) => column !== code && holdsCodes(column)),
  );
  const isText = (column: number): boolean => names[column] === "text";
  const descriptions = ranked("description");
  take("message", [...ranked("message"), ...(descriptions.every(isText) ? [] : descriptions.filter(isText))]);
  for (const role of ["description", "solution", "retry", "group", "since"] as const) take(role, ranked(role));
  // A second column of words explains where no header says so.
  if (found.description === undefined) take("description", ranked("identifier"));
  return { ...found, code };
}

/** "4xx" is a status that nobody states. */
const RANGE = /^[45][xX*]{2}\b/;

/** The codes of a cell: one, or several with commas, bars, slashes or line ends between them. */
export function codesIn(text: string): readonly string[] {
  const single = text.trim();
  if (isOne(single)) return [single];
  const parts = single.split(/\s*(?:[,;|\n]|\s\/\s|\sor\s)\s*/).filter((part) => part !== "");
  return parts.length > 1 && parts.every(isOne) ? parts : [];
}

function isOne(text: string): boolean {
  if (NO_ROW.test(text) || isRange(text)) return false;
  return (isCode(text) || isStatus(text)) && !/^[.,:;!?]|[,:;!?]$/.test(text);
}

/** Words and signs that people write in place of a code, "5xx" and ">=500". */
const NO_ROW =
  /^(?:(?:etc|tb[acd]|todo|total|sum|others?|deprecated|obsolete|reserved|unused)\.?|\d+[xX*]+(?:\/\d+[xX*]+)*|[<>≤≥]=?\d+|\d+\+|[^\p{L}\p{N}]+)$/iu;

/** "1000-1999" and "E100-E199" stand for codes that nobody lists. */
function isRange(text: string): boolean {
  const [, , from = "", sign = "", to = ""] = /^([A-Za-z]*)(\d+)(-|–|—|~|\.{2,3}|…)\1(\d+)$/.exec(text) ?? [];
  if (sign === "") return false;
  return sign !== "-" || (from.length > 2 && from.length === to.length && from < to);
}
