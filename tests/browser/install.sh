#!/bin/sh
# A Chromium for the browser tests: the system's where there is one, else the package manager's, else Playwright's own.
#   sh tests/browser/install.sh PYTHON
set -eu

python=${1:-python3}
here=$(dirname "$0")

found() { "$python" "$here/chromium.py"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Playwright drives the browser with a Node of its own, which a bare Debian cannot load without libatomic.
if ! "$python" -m playwright --version >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    echo "browser tests: installing libatomic1, which Playwright's driver needs"
    as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends libatomic1 >/dev/null
fi

if program=$(found); then
    echo "browser tests: $program"
    exit 0
fi

if command -v apt-get >/dev/null 2>&1; then
    echo "browser tests: installing Chromium with apt-get"
    if as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null; then
        if program=$(found); then
            echo "browser tests: $program"
            exit 0
        fi
    fi
    echo "browser tests: apt-get could not give one that runs"
fi

echo "browser tests: installing Chromium with Playwright"
if [ "$(uname)" = Linux ]; then
    "$python" -m playwright install --with-deps chromium || "$python" -m playwright install chromium
else
    "$python" -m playwright install chromium
fi
program=$(found) || { echo "browser tests: no Chromium; install one, or name it in TASRIH_CHROMIUM" >&2; exit 1; }
echo "browser tests: $program"
