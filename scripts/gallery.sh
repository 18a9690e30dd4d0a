#!/bin/bash
# gallery.sh DIR: draws every screen with the data of the demo office, in three themes and three sizes.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$1
rm -rf "$dir"
for theme in light dark contrast; do
  build/harta gallery --out "$dir/$theme" --theme $theme
done
build/harta gallery --out "$dir/light-1920" --size 1920x1080
build/harta gallery --out "$dir/contrast-150" --theme contrast --scale 1.5
