# Shared by run and test: makes this checkout ready to use. Sourced, not run.
# Wants: bash, apt on Debian 12 or Ubuntu 24.04. Leaves: .venv (the program), .work (tools and stamps).

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT="$PWD/.venv" UV_NO_PROGRESS=1 VIRTUAL_ENV=
UV_VERSION=0.13.8
UNITS=127 # files that llama.cpp compiles, for the progress line

say() { printf '%s\n' "$*"; }
stop() {
  printf 'aislewise: %s\n' "$*" >&2
  exit 2
}

installed() { # is a Debian package there, under its name or the one Ubuntu gave it for 64-bit times?
  local name
  for name in "$1" "$1t64"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && return 0
  done
  return 1
}

find_python() { # prints a Python from 3.11 to 3.13
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

system_packages() { # install what the named lists in system-packages.txt want and the machine lacks
  command -v dpkg-query >/dev/null || {
    say "Not Debian or Ubuntu: install what packaging/system-packages.txt lists by your own means."
    return 0
  }
  local missing=() list name
  while read -r list name; do
    case " $* " in *" $list "*) installed "$name" || missing+=("$name") ;; esac
  done < <(sed -e 's/#.*//' -e '/^ *$/d' packaging/system-packages.txt)
  command -v c++ >/dev/null && command -v make >/dev/null || missing+=(g++ make)
  local python
  if ! python=$(find_python); then
    missing+=(python3 python3-venv python3-dev)
  elif ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    missing+=(python3-venv)
  fi
  # One package has no ready-made file for Python 3.12 and 3.13 and wants the headers.
  [ -n "$python" ] && ! "$python" -c 'import os, sysconfig; os.stat(sysconfig.get_path("include") + "/Python.h")' 2>/dev/null &&
    missing+=(python3-dev)
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      sudo=(sudo)
    else
      say "These system packages are missing. Install them with this line, then run me again:"
      say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
      exit 2
    fi
  fi
  say "Installing system packages: ${missing[*]}"
  local log=.work/apt.log
  mkdir -p .work
  "${sudo[@]}" apt-get update >"$log" 2>&1 || stop "apt-get update failed; see $log"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 ||
    stop "apt-get could not install them; see $log"
}

compile_progress() { # says how far the compile is, until the process $1 ends
  local began=$SECONDS done_ last=-1
  while kill -0 "$1" 2>/dev/null; do
    sleep 5
    done_=$(find "$BUILD_TMP" -name '*.o' 2>/dev/null | wc -l)
    if [ "$done_" -gt 0 ] && [ "$done_" != "$last" ]; then
      say "  compiling the language model's engine: $((done_ * 100 / (done_ > UNITS ? done_ : UNITS))) % ($((SECONDS - began)) s)"
      last=$done_
    fi
  done
}

python_packages() { # sync .venv with uv.lock; $@ are options for uv sync
  local python stamp want
  python=$(find_python) || stop "Python 3.11, 3.12 or 3.13 is needed; install python3 from your system's packages"
  stamp=.work/stamp
  want="$(cat uv.lock pyproject.toml packaging/setup.sh | sha256sum) $("$python" -V) $PWD"
  if [ -x .venv/bin/aislewise ] && [ -f "$stamp" ]; then
    case "$(head -n 1 "$stamp")/$(sed -n 2p "$stamp")" in
    "$want/$*" | "$want/--extra test --extra bench") return 0 ;;
    esac
  fi
  mkdir -p .work
  if [ "$(.work/tools/bin/uv --version 2>/dev/null | cut -d' ' -f2)" != "$UV_VERSION" ]; then
    say "Fetching the package installer"
    rm -rf .work/tools
    "$python" -m venv .work/tools
    .work/tools/bin/pip install -q --disable-pip-version-check "uv==$UV_VERSION" || stop "uv could not be fetched from PyPI; is there a network?"
  fi
  say "Installing Python packages (the first time takes 3 to 6 minutes: one of them is compiled here)"
  BUILD_TMP=$(mktemp -d)
  TMPDIR="$BUILD_TMP" .work/tools/bin/uv sync --locked --python "$python" "$@" >.work/uv.log 2>&1 &
  local sync=$!
  compile_progress "$sync"
  if ! wait "$sync"; then
    tail -n 15 .work/uv.log >&2
    rm -rf "$BUILD_TMP"
    stop "the Python packages could not be installed; the whole log is .work/uv.log"
  fi
  rm -rf "$BUILD_TMP"
  printf '%s\n%s\n' "$want" "$*" >"$stamp"
}
