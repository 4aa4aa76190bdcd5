#!/bin/sh
# Resolve run.in and dev.in into the pinned files. Needs uv (pip install uv). Run as `make lock`.
#
#   requirements.txt            every package of the light set, pinned: `pip install --no-deps -r` gives the light
#                               install, plain `pip install -r` the complete one with camel-tools' torch
#   requirements/run.lock       the light set with hashes: what `make run` installs
#   requirements/dev.lock       the light set and the checks, with hashes: what `make test` installs
#   requirements/complete.lock  everything camel-tools asks for, with hashes: what `make complete` installs
set -eu
cd "$(dirname "$0")"

# Lines that hold only on the platform 'never' (with their hash lines) are the overridden packages.
light() {
    uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header --no-emit-index-url \
        --no-emit-find-links --override light.overrides "$@" |
        awk '/^[a-z0-9]/ { drop = /never/ } !drop'
}

light run.in >../requirements.txt
light --generate-hashes run.in >run.lock
light --generate-hashes dev.in >dev.lock
uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header --no-emit-index-url \
    --no-emit-find-links --generate-hashes run.in >complete.lock
