import { fixing, someFailed, type Plan } from './plan.js'

/**
 * Shell that rewrites each repository of a job's share of repos.txt. The functions `fetch` and `propose` are the
 * platform's; they know the repository as `$1` and are called in front of and behind the rewrite.
 */
export const shardScript = (plan: Plan, functions: string): string => `set -eu
here=$PWD
mkdir -p results
body=$(mktemp)
failed=0
${functions}
migrate() {
  rm -rf work
  fetch "$1" || return 1
  if git -C work ls-remote --exit-code origin "refs/heads/$BRANCH" >/dev/null; then
    echo "$1: has the branch $BRANCH already"
    return 0
  fi
  results=$here/results/$(printf '%s' "$1" | tr / @).ndjson
  status=0
  (cd work && ${fixing(plan)} --repository "$1" --report "ndjson=$results" --format markdown) >"$body" || status=$?
  # ${someFailed}: some file failed, the others were rewritten.
  [ "$status" -eq 0 ] || [ "$status" -eq ${someFailed} ] || return 1
  if git -C work diff --quiet; then return 0; fi
  git -C work checkout --quiet -b "$BRANCH" || return 1
  git -C work commit --quiet --all --message "$TITLE" || return 1
  propose "$1" || return 1
}

# Each job takes the lines that are its own.
awk -v shards="$SHARDS" -v shard="$SHARD" '{ sub(/\\r$/, "") } !/^(#|[[:space:]]*$)/ && ++line % shards == shard % shards { print $1 }' repos.txt >shard.txt
while read -r repository <&3; do
  migrate "$repository" || { echo "$repository: failed" >&2; failed=1; }
done 3<shard.txt
exit "$failed"
`
