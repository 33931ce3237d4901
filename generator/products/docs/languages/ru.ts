// errtable's words in Russian.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const ru: Language = {
  name: "Русский",
  tags: /^ru\b/i,
  labels: {
    status: "Статус", code: "Код", message: "Сообщение", description: "Описание", solution: "Решение", cause: "Причина",
    group: "Группа", retry: "Повтор",
    retryNever: "нет, тот же запрос снова завершится ошибкой",
    retryBackoff: "да, с растущей задержкой",
    retryThrottled: "да, через указанное в ответе время или с растущей задержкой",
    since: "Начиная с версии", params: "Параметры", headers: "Заголовки", details: "Подробности", example: "Пример",
    forExample: "например ", seeAlso: "См. также", documentation: "Документация", required: "обязательно",
    deprecated: "Устарело.", deprecatedSince: "Устарело с версии {since}.", retired: "Выведенные из употребления коды",
    retiredNotice: "Больше не используется.", retiredSince: "Не используется с версии {since}.",
    replacedBy: "Используйте {code}.", others: "Прочие ошибки",
    tags: "Метки", wireCode: "В ответах", operations: "Операции", everyOperation: "любая операция",
    answerOf: "Возможный ответ операций", withoutStatus: "Без статуса",
    listed: "Ответы перечисляют ошибки в {place}; каждый пример — одна из них.",
    listedAlone: "Ответы — это список ошибок; каждый пример — одна из них.",
    untranslated: "Тексты с пометкой {locale} ещё не переведены.",
  },
  centre: {
    heading: "Ошибки: {title}", skip: "Перейти к ошибкам", language: "Язык", search: "Поиск",
    searchHint: "Код, сообщение, значение или решение", filters: "Фильтры", reset: "Сбросить", never: "Нет",
    backoff: "После паузы", throttled: "Когда позволит лимит", index: "Все ошибки", version: "Версия",
    source: "Источник", retrieved: "по состоянию на {date}", internal: "Внутренняя", decode: "Расшифровать ошибку",
    paste: "Вставьте ответ, строку журнала или сообщение", stays: "Вставленное не покидает эту страницу.",
    clear: "Очистить", copyLink: "Копировать ссылку", copyCode: "Копировать код", copyExample: "Копировать JSON",
    copyGuard: "Копировать TypeScript",
    copy: "Копировать", copyArm: "Копировать ветвь match", noRetry: "Не повторять",
    retryLater: "Повторить после паузы", retryAllowed: "Повторить, когда позволит лимит",
  },
  script: {
    all: "Ошибок: {total}", some: "Ошибок: {count} из {total}", none: "Подходящих ошибок нет.",
    unknown: "Ошибки с именем {code} нет.", nearest: "Возможно, вы искали:",
    decoded: "Лучшее совпадение: {code}. Совпадений: {count}.",
    undecoded: "В этом тексте нет ошибок из этой таблицы.", sameStatus: "Ошибки с этим статусом:",
    matched: "Совпало: {list}",
    matches: { code: "код", status: "статус", message: "сообщение" },
    success: "Ошибки нет: {code} означает успех.",
    ambiguous: "Сообщение допускает несколько вариантов значений.",
    cut: "Просмотрено только начало текста.", request: "Запрос", copied: "Скопировано.",
    uncopied: "Браузер не разрешил копирование.",
    gone: "Выведенных из употребления кодов: {count}.",
  },
};
