// errtable's words in Portuguese.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const pt: Language = {
  name: "Português",
  tags: /^pt\b/i,
  labels: {
    status: "Status", code: "Código", message: "Mensagem", description: "Descrição", solution: "Solução",
    cause: "Causa", group: "Grupo", retry: "Nova tentativa", retryNever: "não, a mesma solicitação falhará de novo",
    retryBackoff: "sim, após uma espera crescente",
    retryThrottled: "sim, após o tempo que a resposta indica ou uma espera crescente",
    since: "Desde", params: "Parâmetros", headers: "Cabeçalhos", details: "Detalhes", example: "Exemplo",
    forExample: "por exemplo ", seeAlso: "Veja também", documentation: "Documentação", required: "obrigatório",
    deprecated: "Obsoleto.", deprecatedSince: "Obsoleto desde {since}.", retired: "Códigos desativados",
    retiredNotice: "Não é mais usado.", retiredSince: "Não é mais usado desde {since}.",
    replacedBy: "Use {code} em vez dele.", others: "Outros erros",
    tags: "Etiquetas", wireCode: "Nas respostas", operations: "Operações", everyOperation: "todas as operações",
    commonAnswers: "Erros de todas as operações", noOperations: "Nenhuma operação é indicada.",
    answerOf: "Possível resposta de", withoutStatus: "Sem status",
    listed: "As respostas listam os erros em {place}; cada exemplo é um deles.",
    listedAlone: "As respostas são uma lista de erros; cada exemplo é um deles.",
    untranslated: "Os textos marcados com {locale} ainda não foram traduzidos.",
  },
  centre: {
    heading: "Erros de {title}", skip: "Ir para os erros", language: "Idioma", search: "Pesquisar",
    searchHint: "Código, mensagem, significado ou solução", filters: "Filtros", reset: "Redefinir", never: "Não",
    backoff: "Após uma espera", throttled: "Quando o limite permitir", index: "Todos os erros", version: "Versão",
    source: "Fonte", retrieved: "em {date}", internal: "Interno", decode: "Decodificar um erro",
    paste: "Cole uma resposta, uma linha de log ou uma mensagem",
    stays: "Nada do que você cola sai desta página.", clear: "Limpar", copyLink: "Copiar link",
    copyCode: "Copiar código", copyExample: "Copiar JSON", copyGuard: "Copiar TypeScript",
    copy: "Copiar", copyArm: "Copiar o ramo de match", noRetry: "Não repetir",
    retryLater: "Repetir após uma espera", retryAllowed: "Repetir quando o limite permitir",
  },
  script: {
    all: "{total} erros", some: "{count} de {total} erros", none: "Nenhum erro corresponde.",
    unknown: "Não há erro chamado {code}.", nearest: "Você quis dizer:",
    decoded: "Melhor correspondência: {code}. Correspondências: {count}.",
    undecoded: "Nada neste texto é um erro desta tabela.", sameStatus: "Erros com este status:",
    matched: "Correspondência por: {list}",
    matches: { code: "código", status: "status", message: "mensagem" },
    success: "Nenhum erro: {code} indica sucesso.",
    ambiguous: "A mensagem admite mais de uma resposta para os valores.",
    cut: "Só o início deste texto foi examinado.", request: "Solicitação", copied: "Copiado.",
    uncopied: "O navegador não permitiu copiar.",
    gone: "Códigos desativados: {count}.",
  },
};
