import { installing, type Engine, type Plan } from './plan.js'
import { indented, yamlOf } from './quote.js'
import { shardScript } from './shards.js'

/** A pipeline of GitLab for a project that names the others in `repos.txt`. */
export const gitlabCi: Engine = (plan) => [
  { path: '.gitlab-ci.yml', kind: 'data', text: pipelineOf(plan) },
  { path: 'repos.txt', kind: 'data', text: '# One project a line, such as my-group/my-project\n' },
]

const pipelineOf = (
  plan: Plan,
) => `# Opens a merge request in each project of repos.txt whose images can be smaller.
# Needs: repos.txt, and the masked variable DFSLIM_TOKEN, an access token with api and write_repository for these projects.
stages: [migrate, report]

default:
  # The one that has git and curl.
  image: node:24

variables:
  TITLE:
    value: ${yamlOf(plan.title)}
    expand: false
  BRANCH: ${yamlOf(plan.branch)}

workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "web"

migrate:
  stage: migrate${plan.shards > 1 ? `\n  parallel: ${plan.shards}` : ''}
  script:
    - ${installing(plan)}
    - |
${indented(shardScript(plan, functions), 6)}
  artifacts:
    when: always
    paths: [results]

report:
  stage: report
  when: always
  script:
    - ${installing(plan)}
    - find results -name '*.ndjson' >list.txt
    - dfslim report @list.txt --format html --output dfslim.html
    - dfslim report @list.txt
  artifacts:
    when: always
    expose_as: dfslim
    paths: [dfslim.html]
`

/** The token comes to git by its configuration in the environment, and to curl by a pipe: no list of processes shows it. */
const functions = `SHARD=\${CI_NODE_INDEX:-1}
SHARDS=\${CI_NODE_TOTAL:-1}
git config --global user.name dfslim
git config --global user.email "dfslim@noreply.$CI_SERVER_HOST"
git config --global credential.helper '!f() { echo username=oauth2; echo "password=$DFSLIM_TOKEN"; }; f'

fetch() {
  git clone --quiet --depth 1 "$CI_SERVER_URL/$1.git" work
}

propose() {
  git -C work push --quiet origin "$BRANCH" || return 1
  target=$(git -C work rev-parse --abbrev-ref origin/HEAD) || return 1
  printf 'PRIVATE-TOKEN: %s' "$DFSLIM_TOKEN" |
    curl --fail --silent --show-error --output /dev/null --header @- \\
      --data-urlencode "source_branch=$BRANCH" --data-urlencode "target_branch=\${target#origin/}" \\
      --data-urlencode "title=$TITLE" --data-urlencode "description@$body" \\
      "$CI_API_V4_URL/projects/$(printf '%s' "$1" | sed 's|/|%2F|g')/merge_requests"
}
`
