import { fixing, someFailed, type Engine, type Plan } from './plan.js'
import { shellOf } from './quote.js'

/** A campaign of https://github.com/Skyscanner/turbolift: what stands in its folder. */
export const turbolift: Engine = (plan) => [
  { path: 'dfslim.sh', kind: 'script', text: scriptOf(plan) },
  { path: 'README.md', kind: 'data', text: descriptionOf(plan) },
  { path: 'repos.txt', kind: 'data', text: repositories },
]

const scriptOf = (plan: Plan) => `#!/bin/sh
# In the folder of the campaign, with the repositories named in repos.txt:
#
#   npm install --global dfslim@${plan.version}
#   turbolift clone
#   turbolift foreach -- "$PWD/dfslim.sh"
#   turbolift commit --message ${shellOf(plan.title)}
#   turbolift create-prs
#   turbolift foreach -- "$PWD/dfslim.sh" describe   # the reasons, into each pull request
#   dfslim report results/*/*.ndjson
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
work=$(pwd -P)
repository=\${work#"$here/work/"}
results=$here/results/$repository

if [ "\${1:-}" = describe ]; then
  # One without changes has no pull request.
  if ! gh pr view >/dev/null 2>&1; then exit 0; fi
  exec gh pr edit --body-file "$results.md"
fi

if [ "$(dfslim --version)" != ${plan.version} ]; then
  echo 'This needs: npm install --global dfslim@${plan.version}' >&2
  exit 1
fi
mkdir -p "$(dirname "$results")"
status=0
${fixing(plan)} --repository "$repository" --report "ndjson=$results.ndjson" --format markdown >"$results.md" || status=$?
# ${someFailed}: some file failed, the others were rewritten.
[ "$status" -eq ${someFailed} ] || exit "$status"
`

/** The first line is the title of the pull requests, the others are their body until it is replaced. */
const descriptionOf = ({ title, version, flags }: Plan) => `# ${title}

Makes the images of these Dockerfiles smaller: \`${['dfslim', 'fix', '--write', ...flags].join(' ')}\`, dfslim ${version}.
`

const repositories = `# One repository a line, such as my-org/my-repository
`
