#!/bin/sh
# Prints the text of a Word document, a paragraph a line, for `git diff`; uses qoshat where it has been built.
for program in .build/release/qoshat .build/debug/qoshat; do
  [ -x "$program" ] && exec "$program" text "$1"
done
unzip -p "$1" word/document.xml | sed -e 's/<\/w:p>/\n/g' -e 's/<[^>]*>//g'
