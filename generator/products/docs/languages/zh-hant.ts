// errtable's words in Chinese in traditional characters.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const zhHant: Language = {
  name: "中文",
  tags: /^zh\b.*-(?:hant|tw|hk|mo)\b/i,
  labels: {
    status: "狀態碼", code: "錯誤碼", message: "錯誤訊息", description: "說明", solution: "解決方案", cause: "原因",
    group: "分組", retry: "重試", retryNever: "否，相同的請求會再次失敗", retryBackoff: "是，逐漸延長等待時間後重試",
    retryThrottled: "是，依回應給出的時間等待，或逐漸延長等待時間後重試",
    since: "起始版本", params: "參數", headers: "回應標頭", details: "詳細資訊", example: "範例", forExample: "例如 ",
    seeAlso: "另請參閱", documentation: "文件", required: "必有", sensitive: "敏感資訊", deprecated: "已淘汰。",
    deprecatedSince: "自 {since} 起淘汰。", retired: "已停用的錯誤碼", retiredNotice: "不再使用。",
    retiredSince: "自 {since} 起不再使用。", replacedBy: "請改用 {code}。", others: "其他錯誤",
    tags: "標籤", wireCode: "回應中的值", operations: "操作", everyOperation: "所有操作",
    commonAnswers: "所有操作共有的錯誤", noOperations: "未列出任何操作。",
    answerOf: "可能回傳它的操作", withoutStatus: "未說明狀態碼",
    listed: "回應在 {place} 處列出錯誤；每個範例是其中一項。",
    listedAlone: "回應是錯誤的清單；每個範例是其中一項。",
    untranslated: "標有 {locale} 的內容尚未翻譯。",
    changesAdded: "新增", changesChanged: "變更", changesDeprecated: "淘汰", changesRemoved: "移除", unchanged: "沒有變更。", colon: "：", comma: "，", openBracket: "（", closeBracket: "）",
  },
  centre: {
    heading: "{title}錯誤碼", skip: "跳到錯誤清單", language: "語言", search: "搜尋",
    searchHint: "錯誤碼、錯誤訊息、說明或解決方案", filters: "篩選", reset: "重設", never: "不可重試",
    backoff: "延遲後重試", throttled: "限流解除後重試", index: "全部錯誤", version: "版本", source: "來源",
    retrieved: "截至 {date}", internal: "內部", decode: "解析錯誤", paste: "貼上回應、日誌行或錯誤訊息",
    stays: "貼上的內容不會離開本頁面。", clear: "清空", copyLink: "複製連結", copyCode: "複製錯誤碼",
    copyExample: "複製 JSON", copyGuard: "複製 TypeScript",
    copy: "複製", copyArm: "複製 match 分支", noRetry: "不要重試",
    retryLater: "延遲後再重試", retryAllowed: "限流解除後再重試",
  },
  script: {
    all: "共 {total} 個錯誤", some: "{count} / {total} 個錯誤", none: "沒有符合的錯誤。",
    unknown: "沒有名為 {code} 的錯誤。", nearest: "您是否要找：", decoded: "最佳符合：{code}。共 {count} 個符合。",
    undecoded: "這段文字中沒有本表的錯誤。", sameStatus: "具有此狀態碼的錯誤：", matched: "符合依據：{list}",
    matches: { code: "錯誤碼", status: "狀態碼", message: "錯誤訊息" },
    success: "沒有錯誤：{code} 表示成功。",
    ambiguous: "根據該錯誤訊息無法唯一確定參數值。", cut: "只查看了文字的開頭部分。", request: "請求",
    copied: "已複製。", uncopied: "瀏覽器不允許複製。",
    gone: "已停用的錯誤碼：{count} 個。",
  },
};
