import { fixing, someFailed, type Engine, type Plan } from './plan.js'
import { shellOf, yamlOf } from './quote.js'

/** The configuration of https://github.com/lindell/multi-gitter, and the script that it runs in each repository. */
export const multiGitter: Engine = (plan) => [
  { path: 'config.yaml', kind: 'data', text: configOf(plan) },
  { path: 'dfslim.sh', kind: 'script', text: scriptOf(plan) },
]

const configOf = ({
  branch,
}: Plan) => `# Name the repositories, then: multi-gitter run ./dfslim.sh --config config.yaml --dry-run
# Without --dry-run it opens a pull request for each that has changes.
#
# org: [my-org]
# repo: [my-org/my-repository]
# repo-search: org:my-org archived:false
branch: ${yamlOf(branch)}
# Title and body of each pull request are the message of the commit that the script makes.
manual-commit: true
conflict-strategy: skip
concurrent: 4
`

const scriptOf = (plan: Plan) => `#!/bin/sh
# Rewrites the Dockerfiles of the repository it runs in, and commits them with the reasons.
# Needs: npm install --global dfslim@${plan.version}
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ "$(dfslim --version)" != ${plan.version} ]; then
  echo 'This needs: npm install --global dfslim@${plan.version}' >&2
  exit 1
fi
mkdir -p "$here/results"
results=$here/results/$(printf '%s' "\${REPOSITORY:-repository}" | tr / @).ndjson
body=$(mktemp)
trap 'rm -f "$body"' EXIT

status=0
${fixing(plan)} --repository "\${REPOSITORY:-repository}" --report "ndjson=$results" --format markdown >"$body" || status=$?
# ${someFailed}: some file failed, the others were rewritten.
[ "$status" -eq 0 ] || [ "$status" -eq ${someFailed} ] || exit "$status"

if git diff --quiet; then exit 0; fi
{ printf '%s\\n\\n' ${shellOf(plan.title)}; cat "$body"; } | git commit --quiet --all --cleanup=whitespace --file=-
`
