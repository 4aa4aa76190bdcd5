#!/bin/sh
# Make the virtual environment FOLDER with a Python that Tasrih runs on. Usage: venv.sh FOLDER [PYTHON]
#
# Debian ships python3 without ensurepip; its package python3-venv brings it. Anything else that is missing is said.
set -eu
folder=$1

usable() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; }

python=
for candidate in ${2:-} python3 python3.13 python3.12 python3.11; do
    if usable "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Tasrih needs Python 3.11, 3.12 or 3.13; found: $(python3 --version 2>&1 || true)." >&2
    echo "Install one (Debian: apt-get install python3; macOS: brew install python@3.13), or name it: make PYTHON=/path/to/python3.12" >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip' 2>/dev/null && command -v apt-get >/dev/null; then
    echo "python3-venv is missing; installing it with apt-get"
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq python3-venv
fi
"$python" -m venv "$folder"
