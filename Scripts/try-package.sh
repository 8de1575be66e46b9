#!/bin/sh
# Installs the package in a new Debian 12, uses it there as an office would, and takes it away again; needs root, debootstrap and
# a mirror: Scripts/try-package.sh out/qoshat_0.1.0_amd64.deb [FOLDER]. A FOLDER that is there already is used as it is.
set -eu
deb=$(realpath "$1")
root=${2:-$(mktemp -d)/debian}
test -e "$root/etc/debian_version" || debootstrap --variant=minbase bookworm "$root" "${MIRROR:-http://deb.debian.org/debian}"
root=$(realpath "$root")
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
try() {
  if inside sh -euc "$2" > "$root/tmp/output" 2>&1; then
    echo "ok      $1"
  else
    echo "FAILED  $1"
    sed 's/^/        /' "$root/tmp/output"
    exit 1
  fi
}
# All files but those that programs make as they run.
files() { (cd "$root" && find usr etc lib opt srv var/lib -xdev ! -path 'var/lib/dpkg/*' ! -path 'var/lib/apt/*' | sort); }

cp "$deb" "$root/tmp/qoshat.deb"
# What reads manuals and completions, and what the package says it needs and nothing else, so that only its own files count.
needs=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
try "Debian has what it needs" "
  apt-get update -q
  apt-get install -y -q --no-install-recommends man-db bash-completion zsh fish $needs"
files > "$root/tmp/before"

try "apt-get installs it" 'apt-get install -y -q --no-install-recommends /tmp/qoshat.deb'
try "it runs without Swift" 'qoshat --version; ! ldd /usr/bin/qoshat | grep -E "not found|swift"'
try "its files are root's and as they were packed" '
  test -z "$(dpkg -L qoshat | xargs stat -c "%U:%G" | grep -v root:root)"
  dpkg -V qoshat'
try "the example letter" '
  mkdir -p /tmp/office && cd /tmp/office
  examples=/usr/share/doc/qoshat/examples
  qoshat register init --register cases.sqlite
  qoshat register import $examples/register --register cases.sqlite
  qoshat render response --data $examples/cases/response-2021.json --register cases.sqlite --out letters
  test $(ls letters | wc -l) = 4
  qoshat compare letters/response-2021.kk.docx letters/response-2021.ru.docx'
try "a letter kind of one's own" 'mkdir /tmp/office/own && cd /tmp/office && qoshat new request --templates own && qoshat check --templates own'
try "the web application answers" '
  cd /tmp/office
  qoshat serve --register cases.sqlite --port 8099 > /tmp/serve.log 2>&1 &
  for second in 1 2 3 4 5 6 7 8 9 10; do
    sleep 1
    if bash -c "exec 3<>/dev/tcp/127.0.0.1/8099" 2> /dev/null; then break; fi
  done
  answer=$(bash -c "exec 3<>/dev/tcp/127.0.0.1/8099
    printf \"GET /health HTTP/1.1\r\nHost: localhost:8099\r\nConnection: close\r\n\r\n\" >&3; head -1 <&3")
  kill $!; wait $! || true
  echo "$answer" | grep " 200 "'
try "the manual" '
  for page in $(dpkg -L qoshat | grep "/man1/"); do
    warnings=$(man --warnings -l $page 2>&1 > /dev/null); test -z "$warnings"
  done
  man qoshat-render | grep -q -- "--data"
  man qoshat | grep -q "qoshat-serve(1)"'
try "completions in bash" 'bash -c "
  . /usr/share/bash-completion/bash_completion
  _completion_loader qoshat
  complete -p qoshat"'
try "completions in zsh" 'zsh -c "autoload -U compinit; compinit -D; test \${_comps[qoshat]} = _qoshat"'
try "completions in fish" 'fish -c "complete -C \"qoshat ren\" | grep -q render"'
try "it goes away" 'rm -rf /tmp/office; dpkg -r qoshat'

rm -rf "$root/root/.config" "$root/root/.local" "$root/root/.cache"
files > "$root/tmp/after"
diff "$root/tmp/before" "$root/tmp/after" && echo "ok      nothing is left"
