#!/bin/bash
# gallery.sh DIR: draws every screen in three themes and three sizes, and judges that no word of another language is shown.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$1
rm -rf "$dir"
for theme in light dark contrast; do
  build/harta gallery --out "$dir/$theme" --theme $theme
done
build/harta gallery --out "$dir/light-1920" --size 1920x1080
build/harta gallery --out "$dir/contrast-150" --theme contrast --scale 1.5
