#!/bin/sh
# Puts the program and all that belongs to it below a folder: Packaging/stage.sh PROGRAM DESTDIR PREFIX
#
# Resource bundles of SwiftPM are left behind: the only one, GRDB's, is a privacy statement for Apple's App Store.
set -eu
umask 022
program=$(realpath "$1") prefix=$3 target=$2$3
cd "$(dirname "$0")/.."
doc=$target/share/doc/qoshat

mkdir -p "$target/bin" "$target/share/qoshat" "$doc/examples"
strip --strip-unneeded --remove-section=.comment -o "$target/bin/qoshat" "$program"
chmod 755 "$target/bin/qoshat"

# Copies a folder's files, each readable by everybody, whatever the clone's modes are.
copy() {
  (cd "$1" && find . -type f) | while read -r file; do install -D -m 644 "$1/$file" "$2/$file"; done
}

copy templates "$target/share/qoshat/templates"
copy fixtures/register "$doc/examples/register"
copy fixtures/cases "$doc/examples/cases"
copy docs "$doc/docs"
install -m 644 README.md Packaging/copyright "$doc"
gzip -9nc CHANGELOG.md > "$doc/CHANGELOG.md.gz"
sed -i "s|/usr/local/bin|$prefix/bin|" "$doc/docs/examples/serve/qoshat.service"

# Debian's zsh looks for what packages bring in a folder of its own.
[ "$prefix" = /usr ] && zsh=vendor-completions || zsh=site-functions
complete() {
  mkdir -p "$target/share/${2%/*}"
  "$program" --generate-completion-script "$1" > "$target/share/$2"
}
complete bash bash-completion/completions/qoshat
sed -i '1{/^#!/d}' "$target/share/bash-completion/completions/qoshat"
complete zsh "zsh/$zsh/_qoshat"
complete fish fish/vendor_completions.d/qoshat.fish

mkdir -p "$target/share/man/man1"
"$program" --experimental-dump-help | python3 Packaging/manual.py "$target/share/man/man1" \
  --version "$("$program" --version)" --prefix "$prefix"
gzip -9nf "$target"/share/man/man1/qoshat*.1
