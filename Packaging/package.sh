#!/bin/sh
# Writes the two release files: Packaging/package.sh PROGRAM OUT
# The same commit and the same program give the same bytes. MAINTAINER="Name <address>" says who answers for the package.
set -eu
umask 022
program=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
cd "$(dirname "$0")/.."
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct)}" "${MAINTAINER:=$(git log -1 --format='%an <%ae>')}"
export SOURCE_DATE_EPOCH
version=$("$program" --version)
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# On a machine without Swift nothing of it is there.
if ldd "$program" | grep -q libswift; then
  echo "package.sh: $1 needs the libraries of Swift; build it with --static-swift-stdlib" >&2
  exit 1
fi

# The archive: one folder, which works wherever it stands.
name=qoshat-$version-linux-$(uname -m)
Packaging/stage.sh "$program" "$work/tar" /usr/local
install -m 644 LICENSE "$work/tar/usr/local/share/doc/qoshat"
tar --create --directory "$work/tar/usr/local" --transform "s|^\.|$name|" --sort=name --format=gnu \
  --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" . | gzip -n > "$out/$name.tar.gz"

# The package of Debian.
root=$work/root
Packaging/stage.sh "$program" "$root" /usr
{
  echo "qoshat ($version) unstable; urgency=medium"
  echo
  echo "  * What has changed stands in CHANGELOG.md.gz."
  echo
  echo " -- $MAINTAINER  $(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > "$root/usr/share/doc/qoshat/changelog.gz"

install -D -m 644 Packaging/lintian-overrides "$root/usr/share/lintian/overrides/qoshat"

mkdir -p "$work/debian" "$root/DEBIAN"
printf 'Source: qoshat\n\nPackage: qoshat\nArchitecture: any\n' > "$work/debian/control"
libraries=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/qoshat" | sed -n 's/^shlibs:Depends=//p')
size=$(find "$root/usr" -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
sed -e "s|@VERSION@|$version|" -e "s|@ARCHITECTURE@|$architecture|" -e "s|@MAINTAINER@|$MAINTAINER|" \
  -e "s|@SIZE@|$size|" -e "s|@LIBRARIES@|$libraries|" Packaging/control.in > "$root/DEBIAN/control"
(cd "$root" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum) > "$root/DEBIAN/md5sums"
deb=$out/qoshat_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" > /dev/null

cd "$out"
ls -l "$name.tar.gz" "${deb##*/}"
