// What can go wrong with a thing, in fourteen languages: the stuff that made-up messages are put together from.

export interface Lexicon {
  /** One phrase per problem, in the order of PROBLEMS. */
  readonly problems: readonly string[];
  /** Words that introduce a place, a limit, a cause and an advice. */
  readonly place: string;
  readonly limit: string;
  readonly cause: string;
  readonly advice: string;
}

export const PROBLEMS = [
  "NOT_FOUND",
  "DUPLICATE",
  "LOCKED",
  "CORRUPT",
  "TOO_LONG",
  "READ_ONLY",
  "NOT_SUPPORTED",
  "DENIED",
  "TIMEOUT",
  "IN_USE",
] as const;

export const ENGLISH: Lexicon = lexicon(
  "does not exist|already exists|is locked|is corrupt|is too long|is read-only|is not supported|may not be used|timed out|is in use|in|limit|because|Check",
);

/** Without English. */
export const LEXICONS: Readonly<Record<string, Lexicon>> = {
  cs: lexicon(
    "neexistuje|už existuje|je uzamčeno|je poškozeno|je příliš dlouhé|je jen pro čtení|není podporováno|nesmí být použito|vypršelo|se používá|v|mez|protože|Zkontrolujte",
  ),
  de: lexicon(
    "gibt es nicht|gibt es bereits|ist gesperrt|ist beschädigt|ist zu lang|ist schreibgeschützt|wird nicht unterstützt|darf nicht benutzt werden|hat zu lange gedauert|ist in Gebrauch|in|Grenze|weil|Prüfen Sie",
  ),
  es: lexicon(
    "no existe|ya existe|está bloqueado|está dañado|es demasiado largo|es de solo lectura|no se admite|no se puede usar|tardó demasiado|está en uso|en|límite|porque|Compruebe",
  ),
  fr: lexicon(
    "n'existe pas|existe déjà|est verrouillé|est endommagé|est trop long|est en lecture seule|n'est pas pris en charge|ne peut pas être utilisé|a expiré|est utilisé|dans|limite|parce que|Vérifiez",
  ),
  it: lexicon(
    "non esiste|esiste già|è bloccato|è danneggiato|è troppo lungo|è di sola lettura|non è supportato|non può essere usato|è scaduto|è in uso|in|limite|perché|Controllare",
  ),
  ja: lexicon(
    "は存在しません|は既に存在します|はロックされています|は破損しています|は長すぎます|は読み取り専用です|はサポートされていません|は使用できません|はタイムアウトしました|は使用中です|場所|上限|理由|確認してください",
  ),
  ko: lexicon(
    "이(가) 없습니다|이(가) 이미 있습니다|이(가) 잠겨 있습니다|이(가) 손상되었습니다|이(가) 너무 깁니다|은(는) 읽기 전용입니다|은(는) 지원되지 않습니다|을(를) 쓸 수 없습니다|시간이 초과되었습니다|이(가) 사용 중입니다|위치|한도|이유|확인하십시오",
  ),
  pl: lexicon(
    "nie istnieje|już istnieje|jest zablokowane|jest uszkodzone|jest za długie|jest tylko do odczytu|nie jest obsługiwane|nie może być użyte|przekroczyło czas|jest w użyciu|w|granica|ponieważ|Sprawdź",
  ),
  "pt-BR": lexicon(
    "não existe|já existe|está bloqueado|está corrompido|é longo demais|é somente leitura|não é suportado|não pode ser usado|expirou|está em uso|em|limite|porque|Verifique",
  ),
  ru: lexicon(
    "не существует|уже существует|заблокировано|повреждено|слишком длинное|доступно только для чтения|не поддерживается|нельзя использовать|не уложилось в срок|используется|в|предел|потому что|Проверьте",
  ),
  tr: lexicon(
    "yok|zaten var|kilitli|bozuk|çok uzun|salt okunur|desteklenmiyor|kullanılamaz|zaman aşımına uğradı|kullanımda|yer|sınır|çünkü|Denetleyin",
  ),
  "zh-CN": lexicon("不存在|已存在|被锁定|已损坏|过长|为只读|不受支持|不可使用|已超时|正在使用|位于|上限|原因|请检查"),
  "zh-TW": lexicon("不存在|已存在|遭鎖定|已損毀|過長|為唯讀|不受支援|不可使用|已逾時|正在使用|位於|上限|原因|請檢查"),
};

function lexicon(text: string): Lexicon {
  const words = text.split("|");
  const [place, limit, cause, advice, ...rest] = words.slice(PROBLEMS.length);
  if (place === undefined || limit === undefined || cause === undefined || advice === undefined || rest.length > 0) {
    throw new Error(`A lexicon needs ${PROBLEMS.length + 4} words: ${text}`);
  }
  return { problems: words.slice(0, PROBLEMS.length), place, limit, cause, advice };
}
