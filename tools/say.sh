# Sourced by the scripts here: short lines with the seconds since the script began.
SAY_START=$(date +%s)
say() { printf '%4ds  %s\n' "$(($(date +%s) - SAY_START))" "$*"; }
