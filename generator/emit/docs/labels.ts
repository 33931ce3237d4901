// The tool's own words in docs, per language; a language without words of its own gets the English ones.

export interface Labels {
  readonly status: string;
  readonly code: string;
  readonly message: string;
  readonly description: string;
  readonly solution: string;
  readonly cause: string;
  readonly retry: string;
  readonly retries: { readonly never: string; readonly backoff: string; readonly throttled: string };
  readonly since: string;
  readonly params: string;
  readonly headers: string;
  readonly details: string;
  readonly example: string;
  /** Before an example within brackets. */
  readonly forExample: string;
  readonly seeAlso: string;
  readonly documentation: string;
  readonly required: string;
  readonly deprecated: string;
  /** {since} is a version. */
  readonly deprecatedSince: string;
  /** {code} is a link. */
  readonly replacedBy: string;
  /** The heading of the errors that belong to no group. */
  readonly others: string;
  /** {locale} is a language tag. */
  readonly untranslated: string;
  /** Between a label and what it labels. */
  readonly colon: string;
  /** Between the items of a line. */
  readonly comma: string;
  /** Around a remark: what opens and what closes it. */
  readonly brackets: readonly [string, string];
}

/** The words for a BCP 47 tag: its own, those of its script or language, or English. */
export function labelsFor(locale: string): Labels {
  const tag = locale.toLowerCase();
  if (/^zh\b.*-(?:hant|tw|hk|mo)\b/.test(tag)) return CHINESE_TRADITIONAL;
  return /^(?:zh|cmn)\b/.test(tag) ? CHINESE : ENGLISH;
}

const ENGLISH: Labels = {
  status: "Status",
  code: "Code",
  message: "Message",
  description: "Description",
  solution: "Solution",
  cause: "Cause",
  retry: "Retry",
  retries: {
    never: "no, the same request fails again",
    backoff: "yes, after a growing delay",
    throttled: "yes, after the time that the response names or a growing delay",
  },
  since: "Since",
  params: "Parameters",
  headers: "Headers",
  details: "Details",
  example: "Example",
  forExample: "for example ",
  seeAlso: "See also",
  documentation: "Documentation",
  required: "required",
  deprecated: "Deprecated.",
  deprecatedSince: "Deprecated since {since}.",
  replacedBy: "Use {code} instead.",
  others: "Other errors",
  untranslated: "Texts marked {locale} are not translated yet.",
  colon: ": ",
  comma: ", ",
  brackets: [" (", ")"],
};

const CHINESE: Labels = {
  status: "状态码",
  code: "错误码",
  message: "错误信息",
  description: "描述",
  solution: "解决方案",
  cause: "原因",
  retry: "重试",
  retries: {
    never: "否，相同的请求会再次失败",
    backoff: "是，逐渐延长等待时间后重试",
    throttled: "是，按响应给出的时间等待，或逐渐延长等待时间后重试",
  },
  since: "起始版本",
  params: "参数",
  headers: "响应头",
  details: "详细信息",
  example: "示例",
  forExample: "例如 ",
  seeAlso: "另请参阅",
  documentation: "文档",
  required: "必有",
  deprecated: "已弃用。",
  deprecatedSince: "自 {since} 起弃用。",
  replacedBy: "请改用 {code}。",
  others: "其他错误",
  untranslated: "标有 {locale} 的内容尚未翻译。",
  colon: "：",
  comma: "，",
  brackets: ["（", "）"],
};

const CHINESE_TRADITIONAL: Labels = {
  status: "狀態碼",
  code: "錯誤碼",
  message: "錯誤訊息",
  description: "說明",
  solution: "解決方案",
  cause: "原因",
  retry: "重試",
  retries: {
    never: "否，相同的請求會再次失敗",
    backoff: "是，逐漸延長等待時間後重試",
    throttled: "是，依回應給出的時間等待，或逐漸延長等待時間後重試",
  },
  since: "起始版本",
  params: "參數",
  headers: "回應標頭",
  details: "詳細資訊",
  example: "範例",
  forExample: "例如 ",
  seeAlso: "另請參閱",
  documentation: "文件",
  required: "必有",
  deprecated: "已淘汰。",
  deprecatedSince: "自 {since} 起淘汰。",
  replacedBy: "請改用 {code}。",
  others: "其他錯誤",
  untranslated: "標有 {locale} 的內容尚未翻譯。",
  colon: "：",
  comma: "，",
  brackets: ["（", "）"],
};
