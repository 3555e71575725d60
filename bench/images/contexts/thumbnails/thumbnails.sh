#!/bin/sh
# Makes a small picture with its name below of whatever comes to IN: thumbnails IN OUT [--once]
thumbnail() {
  name=$(basename "${1%.*}")
  convert "$1[0]" -thumbnail 120x120 -gravity center label:"$name" -append "$2/$name.png"
}
for file in "$1"/*; do thumbnail "$file" "$2"; done
[ "$3" = --once ] && exit
inotifywait -q -m -e close_write --format %w%f "$1" | while read -r file; do thumbnail "$file" "$2"; done
