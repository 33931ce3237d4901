// The scripts by which shells complete errtable's command lines: they ask the command "complete", and trust no answer as code.

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type ShellName = (typeof SHELLS)[number];

const BASH = `# Completion of errtable in bash. Put this line into ~/.bashrc: source <(errtable completion bash)
_errtable() {
  local value description files=
  COMPREPLY=()
  while IFS=$'\\t' read -r value description; do
    if [[ $value == :files ]]; then files=1; else COMPREPLY+=("$value"); fi
  done < <("\${COMP_WORDS[0]}" complete --bash "$COMP_WORDBREAKS" -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then
    if [[ $files ]]; then compopt -o default 2>/dev/null; fi
  elif [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *[/=] ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -F _errtable errtable
`;

const ZSH = `#compdef errtable
# Completion of errtable in zsh. Put this line into ~/.zshrc, below compinit: source <(errtable completion zsh)
_errtable() {
  local line value files= quote=$compstate[quote]
  local last="\${(Q)\${:-$quote$PREFIX$quote}}"
  local -a values shown open openshown
  for line in "\${(@f)$("\${(Q)words[1]}" complete -- "\${(@Q)words[2,CURRENT-1]}" "$last" 2>/dev/null)}"; do
    value=\${line%%$'\\t'*}
    case $value in
      '') ;;
      :files) files=1 ;;
      *[/=]) open+=("$value"); openshown+=("\${line/$'\\t'/  -- }") ;;
      *) values+=("$value"); shown+=("\${line/$'\\t'/  -- }") ;;
    esac
  done
  if (( \${#values} )); then compadd -l -d shown -a values; fi
  if (( \${#open} )); then compadd -S '' -l -d openshown -a open; fi
  if (( \${#values} + \${#open} == 0 )) && [[ -n $files ]]; then
    compset -P '*='
    _files
  fi
}
if [[ $funcstack[1] == _errtable ]]; then _errtable "$@"; else compdef _errtable errtable; fi
`;

const FISH = `# Completion of errtable in fish. Keep it: errtable completion fish > ~/.config/fish/completions/errtable.fish
function __errtable_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l last (string unescape -- "$typed"; or string unescape -- "$typed'"; or string unescape -- "$typed\\""; or printf '%s\\n' "$typed")
    set -l answers ($words[1] complete -- $words[2..-1] "$last" 2>/dev/null)
    if test (count $answers) -eq 1; and test "$answers[1]" = ":files"
        set -l before (string match -r '.*=' -- "$last")
        __fish_complete_path (string replace -r '.*=' '' -- "$last") | string replace -r '^' -- "$before"
    else
        for answer in $answers
            test "$answer" != ":files"; and printf '%s\\n' $answer
        end
    end
end
complete -c errtable -f -a '(__errtable_complete)'
`;

export const COMPLETION_SCRIPTS: Readonly<Record<ShellName, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
