// The words of the error centre's page itself, per language; a language without words of its own gets the English ones.

export interface CentreLabels {
  /** {title} is the title of the table. */
  readonly heading: string;
  readonly skip: string;
  readonly language: string;
  readonly search: string;
  readonly searchHint: string;
  readonly filters: string;
  readonly reset: string;
  readonly group: string;
  readonly choices: { readonly never: string; readonly backoff: string; readonly throttled: string };
  readonly index: string;
  readonly version: string;
  readonly source: string;
  /** {date} is the day on which the source was read. */
  readonly retrieved: string;
  readonly internal: string;
  readonly retired: string;
  /** {since} is a version. */
  readonly retiredSince: string;
  /** {count} and {total} are numbers. */
  readonly all: string;
  readonly some: string;
  readonly none: string;
  /** {code} is what a link asked for. */
  readonly unknown: string;
  readonly nearest: string;
  readonly decode: string;
  readonly paste: string;
  readonly stays: string;
  readonly clear: string;
  /** {count} is a number, {code} the best of what was found. */
  readonly decoded: string;
  readonly undecoded: string;
  readonly sameStatus: string;
  /** {list} holds words for what agreed. */
  readonly matched: string;
  readonly matches: { readonly code: string; readonly status: string; readonly message: string };
  readonly ambiguous: string;
  readonly cut: string;
  readonly request: string;
  readonly copyLink: string;
  readonly copyCode: string;
  readonly copyExample: string;
  readonly copyGuard: string;
  readonly copied: string;
  readonly uncopied: string;
}

export function centreLabelsFor(locale: string): CentreLabels {
  const tag = locale.toLowerCase();
  if (/^zh\b.*-(?:hant|tw|hk|mo)\b/.test(tag)) return CHINESE_TRADITIONAL;
  return /^(?:zh|cmn)\b/.test(tag) ? CHINESE : ENGLISH;
}

/** What a language calls itself; others are called by their tag. */
export function languageName(locale: string): string {
  const [language = ""] = locale.toLowerCase().split("-");
  return NAMES[language] ?? locale;
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b(?!.*-latn)|-(?:arab|hebr|thaa|nkoo|syrc)\b/i.test(locale)
    ? "rtl"
    : "ltr";
}

const NAMES: Readonly<Record<string, string>> = {
  ar: "العربية",
  de: "Deutsch",
  en: "English",
  es: "Español",
  fr: "Français",
  he: "עברית",
  hi: "हिन्दी",
  id: "Bahasa Indonesia",
  it: "Italiano",
  ja: "日本語",
  ko: "한국어",
  nl: "Nederlands",
  pl: "Polski",
  pt: "Português",
  ru: "Русский",
  th: "ไทย",
  tr: "Türkçe",
  uk: "Українська",
  vi: "Tiếng Việt",
  zh: "中文",
};

const ENGLISH: CentreLabels = {
  heading: "{title} errors",
  skip: "Skip to the errors",
  language: "Language",
  search: "Search",
  searchHint: "Code, message, meaning or solution",
  filters: "Filters",
  reset: "Reset",
  group: "Group",
  choices: { never: "No", backoff: "After a delay", throttled: "When the limit allows" },
  index: "All errors",
  version: "Version",
  source: "Source",
  retrieved: "as of {date}",
  internal: "Internal",
  retired: "Retired codes",
  retiredSince: "Retired since {since}.",
  all: "{total} errors",
  some: "{count} of {total} errors",
  none: "No error matches.",
  unknown: "There is no error called {code}.",
  nearest: "Did you mean:",
  decode: "Decode an error",
  paste: "Paste a response, a log line or a message",
  stays: "Nothing you paste leaves this page.",
  clear: "Clear",
  decoded: "Best match: {code}. Matches: {count}.",
  undecoded: "Nothing in this text is an error of this table.",
  sameStatus: "Errors with this status:",
  matched: "Matched on {list}",
  matches: { code: "code", status: "status", message: "message" },
  ambiguous: "The message leaves more than one answer for the values.",
  cut: "Only the beginning of this text was looked at.",
  request: "Request",
  copyLink: "Copy link",
  copyCode: "Copy code",
  copyExample: "Copy JSON",
  copyGuard: "Copy TypeScript",
  copied: "Copied.",
  uncopied: "The browser did not allow copying.",
};

const CHINESE: CentreLabels = {
  heading: "{title}错误码",
  skip: "跳到错误列表",
  language: "语言",
  search: "搜索",
  searchHint: "错误码、错误信息、描述或解决方案",
  filters: "筛选",
  reset: "重置",
  group: "分组",
  choices: { never: "不可重试", backoff: "延迟后重试", throttled: "限流解除后重试" },
  index: "全部错误",
  version: "版本",
  source: "来源",
  retrieved: "截至 {date}",
  internal: "内部",
  retired: "已停用的错误码",
  retiredSince: "自 {since} 起停用。",
  all: "共 {total} 个错误",
  some: "{count} / {total} 个错误",
  none: "没有匹配的错误。",
  unknown: "没有名为 {code} 的错误。",
  nearest: "您是否要找：",
  decode: "解析错误",
  paste: "粘贴响应、日志行或错误信息",
  stays: "粘贴的内容不会离开本页面。",
  clear: "清空",
  decoded: "最佳匹配：{code}。共 {count} 个匹配。",
  undecoded: "这段文本中没有本表的错误。",
  sameStatus: "具有此状态码的错误：",
  matched: "匹配依据：{list}",
  matches: { code: "错误码", status: "状态码", message: "错误信息" },
  ambiguous: "根据该错误信息无法唯一确定参数值。",
  cut: "只查看了文本的开头部分。",
  request: "请求",
  copyLink: "复制链接",
  copyCode: "复制错误码",
  copyExample: "复制 JSON",
  copyGuard: "复制 TypeScript",
  copied: "已复制。",
  uncopied: "浏览器不允许复制。",
};

const CHINESE_TRADITIONAL: CentreLabels = {
  heading: "{title}錯誤碼",
  skip: "跳到錯誤清單",
  language: "語言",
  search: "搜尋",
  searchHint: "錯誤碼、錯誤訊息、說明或解決方案",
  filters: "篩選",
  reset: "重設",
  group: "分組",
  choices: { never: "不可重試", backoff: "延遲後重試", throttled: "限流解除後重試" },
  index: "全部錯誤",
  version: "版本",
  source: "來源",
  retrieved: "截至 {date}",
  internal: "內部",
  retired: "已停用的錯誤碼",
  retiredSince: "自 {since} 起停用。",
  all: "共 {total} 個錯誤",
  some: "{count} / {total} 個錯誤",
  none: "沒有符合的錯誤。",
  unknown: "沒有名為 {code} 的錯誤。",
  nearest: "您是否要找：",
  decode: "解析錯誤",
  paste: "貼上回應、日誌行或錯誤訊息",
  stays: "貼上的內容不會離開本頁面。",
  clear: "清空",
  decoded: "最佳符合：{code}。共 {count} 個符合。",
  undecoded: "這段文字中沒有本表的錯誤。",
  sameStatus: "具有此狀態碼的錯誤：",
  matched: "符合依據：{list}",
  matches: { code: "錯誤碼", status: "狀態碼", message: "錯誤訊息" },
  ambiguous: "根據該錯誤訊息無法唯一確定參數值。",
  cut: "只查看了文字的開頭部分。",
  request: "請求",
  copyLink: "複製連結",
  copyCode: "複製錯誤碼",
  copyExample: "複製 JSON",
  copyGuard: "複製 TypeScript",
  copied: "已複製。",
  uncopied: "瀏覽器不允許複製。",
};
