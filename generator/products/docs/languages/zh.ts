// errtable's words in Chinese.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const zh: Language = {
  name: "中文",
  tags: /^(?:zh|cmn)\b/i,
  labels: {
    status: "状态码", code: "错误码", message: "错误信息", description: "描述", solution: "解决方案", cause: "原因",
    group: "分组", retry: "重试", retryNever: "否，相同的请求会再次失败", retryBackoff: "是，逐渐延长等待时间后重试",
    retryThrottled: "是，按响应给出的时间等待，或逐渐延长等待时间后重试",
    since: "起始版本", params: "参数", headers: "响应头", details: "详细信息", example: "示例", forExample: "例如 ",
    seeAlso: "另请参阅", documentation: "文档", required: "必有", sensitive: "敏感信息", deprecated: "已弃用。",
    deprecatedSince: "自 {since} 起弃用。", retired: "已停用的错误码", retiredNotice: "不再使用。",
    retiredSince: "自 {since} 起不再使用。", replacedBy: "请改用 {code}。", others: "其他错误",
    tags: "标签", wireCode: "响应中的值", operations: "操作", everyOperation: "所有操作",
    commonAnswers: "所有操作共有的错误", noOperations: "未列出任何操作。",
    answerOf: "可能返回它的操作", withoutStatus: "未说明状态码",
    listed: "响应在 {place} 处列出错误；每个示例是其中一项。",
    listedAlone: "响应是错误的列表；每个示例是其中一项。",
    untranslated: "标有 {locale} 的内容尚未翻译。",
    changesAdded: "新增", changesChanged: "变更", changesDeprecated: "弃用", changesRemoved: "移除", unchanged: "没有变化。", colon: "：", comma: "，", openBracket: "（", closeBracket: "）",
  },
  centre: {
    heading: "{title}错误码", skip: "跳到错误列表", language: "语言", search: "搜索",
    searchHint: "错误码、错误信息、描述或解决方案", filters: "筛选", reset: "重置", never: "不可重试",
    backoff: "延迟后重试", throttled: "限流解除后重试", index: "全部错误", version: "版本", source: "来源",
    retrieved: "截至 {date}", internal: "内部", decode: "解析错误", paste: "粘贴响应、日志行或错误信息",
    stays: "粘贴的内容不会离开本页面。", clear: "清空", copyLink: "复制链接", copyCode: "复制错误码",
    copyExample: "复制 JSON", copyGuard: "复制 TypeScript",
    copy: "复制", copyArm: "复制 match 分支", noRetry: "不要重试",
    retryLater: "延迟后再重试", retryAllowed: "限流解除后再重试",
  },
  script: {
    all: "共 {total} 个错误", some: "{count} / {total} 个错误", none: "没有匹配的错误。",
    unknown: "没有名为 {code} 的错误。", nearest: "您是否要找：", decoded: "最佳匹配：{code}。共 {count} 个匹配。",
    undecoded: "这段文本中没有本表的错误。", sameStatus: "具有此状态码的错误：", matched: "匹配依据：{list}",
    matches: { code: "错误码", status: "状态码", message: "错误信息" },
    success: "没有错误：{code} 表示成功。",
    ambiguous: "根据该错误信息无法唯一确定参数值。", cut: "只查看了文本的开头部分。", request: "请求",
    copied: "已复制。", uncopied: "浏览器不允许复制。",
    gone: "已停用的错误码：{count} 个。",
  },
};
