// errtable's words in Korean.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const ko: Language = {
  name: "한국어",
  tags: /^ko\b/i,
  labels: {
    status: "상태", code: "코드", message: "메시지", description: "설명", solution: "해결 방법", cause: "원인",
    group: "그룹", retry: "재시도", retryNever: "불가, 같은 요청은 다시 실패합니다",
    retryBackoff: "가능, 대기 시간을 점차 늘려 다시 시도하십시오",
    retryThrottled: "가능, 응답에 표시된 시간만큼 기다리거나 대기 시간을 점차 늘려 다시 시도하십시오",
    since: "도입 버전", params: "매개변수", headers: "헤더", details: "세부 정보", example: "예시", forExample: "예: ",
    seeAlso: "참고", documentation: "문서", required: "필수", deprecated: "더 이상 권장되지 않습니다.",
    deprecatedSince: "{since}부터 더 이상 권장되지 않습니다.",
    retired: "폐기된 코드", retiredNotice: "더 이상 사용되지 않습니다.",
    retiredSince: "{since}부터 더 이상 사용되지 않습니다.", replacedBy: "대신 {code}을(를) 사용하십시오.",
    others: "기타 오류",
    tags: "태그", wireCode: "응답의 값", operations: "작업", everyOperation: "모든 작업",
    withoutStatus: "상태 코드 명시 없음",
    listed: "응답은 오류를 {place}에 나열하며, 각 예시는 그중 하나입니다.",
    listedAlone: "응답은 오류 목록이며, 각 예시는 그중 하나입니다.",
    untranslated: "{locale} 표시가 있는 내용은 아직 번역되지 않았습니다.",
    colon: ": ", comma: ", ", openBracket: "(", closeBracket: ")",
  },
  centre: {
    heading: "{title} 오류", skip: "오류 목록으로 건너뛰기", language: "언어", search: "검색",
    searchHint: "코드, 메시지, 의미 또는 해결 방법", filters: "필터", reset: "초기화", never: "불가",
    backoff: "대기 후", throttled: "제한이 풀린 후", index: "모든 오류", version: "버전", source: "출처",
    retrieved: "{date} 기준", internal: "내부", decode: "오류 해독",
    paste: "응답, 로그 줄 또는 메시지를 붙여 넣으십시오",
    stays: "붙여 넣은 내용은 이 페이지를 벗어나지 않습니다.",
    clear: "지우기", copyLink: "링크 복사", copyCode: "코드 복사", copyExample: "JSON 복사",
    copyGuard: "TypeScript 복사",
  },
  script: {
    all: "오류 {total}개", some: "오류 {total}개 중 {count}개", none: "일치하는 오류가 없습니다.",
    unknown: "{code}라는 오류가 없습니다.", nearest: "다음을 찾으셨나요?",
    decoded: "가장 일치하는 오류: {code}. 일치: {count}개.", undecoded: "이 텍스트에는 이 표의 오류가 없습니다.",
    sameStatus: "이 상태의 오류:", matched: "일치 항목: {list}",
    matches: { code: "코드", status: "상태", message: "메시지" },
    success: "오류가 아닙니다. {code}은(는) 성공을 뜻합니다.",
    ambiguous: "이 메시지로는 값을 하나로 정할 수 없습니다.",
    cut: "이 텍스트의 앞부분만 살펴보았습니다.", request: "요청", copied: "복사했습니다.",
    uncopied: "브라우저에서 복사를 허용하지 않았습니다.",
  },
};
