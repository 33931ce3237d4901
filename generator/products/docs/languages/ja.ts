// errtable's words in Japanese.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const ja: Language = {
  name: "日本語",
  tags: /^ja\b/i,
  labels: {
    status: "ステータス", code: "コード", message: "メッセージ", description: "説明", solution: "対処方法",
    cause: "原因", group: "グループ", retry: "再試行", retryNever: "不可。同じリクエストは再び失敗します",
    retryBackoff: "可。待ち時間を徐々に延ばして再試行します",
    retryThrottled: "可。レスポンスが示す時間だけ待つか、待ち時間を徐々に延ばして再試行します",
    since: "導入バージョン", params: "パラメーター", headers: "ヘッダー", details: "詳細", example: "例",
    forExample: "例: ", seeAlso: "関連項目", documentation: "ドキュメント", required: "必須",
    deprecated: "非推奨です。", deprecatedSince: "{since} から非推奨です。", retired: "廃止されたコード",
    retiredNotice: "使用されなくなりました。", retiredSince: "{since} から使用されなくなりました。",
    replacedBy: "代わりに {code} を使用してください。", others: "その他のエラー",
    tags: "タグ", wireCode: "レスポンスでの値", operations: "操作", everyOperation: "すべての操作",
    answerOf: "次の操作の応答になり得ます", withoutStatus: "ステータスの記載なし",
    listed: "レスポンスはエラーを {place} に列挙します。各例はその 1 つです。",
    listedAlone: "レスポンスはエラーの配列です。各例はその 1 つです。",
    untranslated: "{locale} の付いた文はまだ翻訳されていません。",
    colon: "：", comma: "、", openBracket: "（", closeBracket: "）",
  },
  centre: {
    heading: "{title}のエラー", skip: "エラー一覧へ移動", language: "言語", search: "検索",
    searchHint: "コード、メッセージ、意味、対処方法", filters: "絞り込み", reset: "リセット", never: "不可",
    backoff: "待ってから", throttled: "制限が解けてから", index: "すべてのエラー", version: "バージョン",
    source: "出典", retrieved: "{date} 時点", internal: "内部", decode: "エラーを解読",
    paste: "レスポンス、ログの行、メッセージを貼り付けてください",
    stays: "貼り付けた内容がこのページの外に出ることはありません。",
    clear: "クリア", copyLink: "リンクをコピー", copyCode: "コードをコピー", copyExample: "JSON をコピー",
    copyGuard: "TypeScript をコピー",
    copy: "コピー", copyArm: "match の分岐をコピー", noRetry: "再試行しない",
    retryLater: "待ってから再試行", retryAllowed: "制限が解けてから再試行",
  },
  script: {
    all: "エラー {total} 件", some: "エラー {total} 件中 {count} 件", none: "一致するエラーはありません。",
    unknown: "{code} というエラーはありません。", nearest: "もしかして:",
    decoded: "最も近いもの: {code}。一致: {count} 件。", undecoded: "この文字列にこの表のエラーはありません。",
    sameStatus: "このステータスのエラー:", matched: "一致した項目: {list}",
    matches: { code: "コード", status: "ステータス", message: "メッセージ" },
    success: "エラーではありません。{code} は成功を表します。",
    ambiguous: "このメッセージからは値を一つに決められません。",
    cut: "文字列の先頭部分だけを調べました。", request: "リクエスト", copied: "コピーしました。",
    uncopied: "ブラウザーがコピーを許可しませんでした。",
    gone: "廃止されたコード {count} 件。",
  },
};
