#!/bin/sh
# One part of an export for each task of an array job: `sbatch --array=1-8 array-job.sh`, or any scheduler that gives a task
# its number, from 1, in TASK and their count in TASKS. When all have ended:
#   qoshat merge letters/part-* --out letters/2021 && qoshat verify letters/2021
set -eu
part="${SLURM_ARRAY_TASK_ID:-${TASK:?}}"
parts="${SLURM_ARRAY_TASK_COUNT:-${TASKS:?}}"
register="${TMPDIR:-/tmp}/cases-$part.sqlite"
# SQLite does not lock reliably over a network.
cp cases.sqlite "$register"
trap 'rm -f "$register" "$register-wal" "$register-shm"' EXIT
qoshat export --period 2021 --as-of 2021-12-31 --shard "$part/$parts" --resume \
  --register "$register" --templates templates --out "letters/part-$part" --progress json
