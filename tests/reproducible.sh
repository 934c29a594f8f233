#!/bin/sh
# Builds the site of seeds/ twice, in two folders, for two users with homes and cargo folders of their own, and
# fails where the two differ by a byte or hold a path of either. Takes two full builds: about five minutes on
# two cores. What of the working tree git tracks is built, changed or not.
#
#   tests/reproducible.sh [FOLDER]    FOLDER: where to work, by default a temporary one; it is removed
set -eu
repository=$(cd "$(dirname "$0")/.." && pwd -P)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd -P)
trap 'rm -rf "$work"' EXIT

# The toolchain is shared, as on a machine with two users; it has to be found without their homes.
sysroot=$(rustc --print sysroot)
PATH="$sysroot/bin:$PATH"
downloads=${CARGO_HOME:-$HOME/.cargo}/registry

build() { # user, folder of the clone
    home="$work/home/$1"
    clone="$home/$2"
    cargo="$home/cargo-of-$1"
    mkdir -p "$clone" "$cargo/registry"
    (cd "$repository" && git ls-files -z | xargs -0 tar -cf -) | tar -xf - -C "$clone"
    # What was downloaded is not downloaded twice more; it is unpacked anew.
    for part in cache index; do
        if [ -d "$downloads/$part" ]; then cp -R "$downloads/$part" "$cargo/registry/"; fi
    done
    echo "building as $1"
    (
        cd "$clone"
        unset CARGO_TARGET_DIR RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
        HOME=$home CARGO_HOME=$cargo USER=$1 LOGNAME=$1 cargo build --release --locked --quiet
        # It ends with 1 when over budget, which other tests tell.
        HOME=$home USER=$1 LOGNAME=$1 target/release/sourcebook build seeds -o site >/dev/null || test -f site/index.html
    )
    mv "$clone/site" "$work/site-of-$1"
}

# Names that are part of no word of an article or a table.
first=xqanna7
second=xqbertram7
build "$first" sourcebook
build "$second" some/other/folder

diff -r "$work/site-of-$first" "$work/site-of-$second"
for path in "$work" "$repository" "$HOME" "$sysroot" "$first" "$second"; do
    if grep -rlaF -e "$path" "$work/site-of-$first"; then
        echo "expected no path of a machine in the site, but found $path in the files above" >&2
        exit 1
    fi
done
echo "both sites are the same, to the byte, and hold no path"
