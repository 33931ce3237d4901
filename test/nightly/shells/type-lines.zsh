# Types each line of the arguments into an interactive zsh, presses Tab behind it, and prints the line that is there then.
export SHOWN=$(mktemp)
trap 'rm -f $SHOWN' EXIT
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'autoload -U compinit && compinit -u -D; source <(errtable completion zsh); unsetopt beep'
zpty -w shell 'shown() { print -r -- $BUFFER >> $SHOWN; BUFFER="print re\"\"ady"; zle accept-line }; zle -N shown; bindkey "^X" shown; print re""ady'
zpty -r shell seen '*ready*'
for line; do
  zpty -n -w shell "$line"$'\t\x18'
  zpty -r shell seen '*ready*'
done
cat $SHOWN
