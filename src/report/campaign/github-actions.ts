import { installing, type Engine, type Plan } from './plan.js'
import { indented, yamlOf } from './quote.js'
import { shardScript } from './shards.js'

/** A workflow of GitHub for a repository that names the others in `repos.txt`. */
export const githubActions: Engine = (plan) => [
  { path: '.github/workflows/dfslim.yml', kind: 'data', text: workflowOf(plan) },
  { path: 'repos.txt', kind: 'data', text: '# One repository a line, such as my-org/my-repository\n' },
]

const workflowOf = (
  plan: Plan,
) => `# Opens a pull request in each repository of repos.txt whose images can be smaller.
# Needs: repos.txt, and the secret DFSLIM_TOKEN, which may push to these repositories and open pull requests there.
name: dfslim
on: workflow_dispatch
permissions:
  contents: read
env:
  TITLE: ${yamlOf(plain(plan.title))}
  BRANCH: ${yamlOf(plan.branch)}
jobs:
  migrate:
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        shard: [${Array.from({ length: plan.shards }, (_, i) => i + 1).join(', ')}]
    env:
      SHARD: \${{ matrix.shard }}
      SHARDS: ${plan.shards}
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: ${installing(plan)}
      - env:
          GH_TOKEN: \${{ secrets.DFSLIM_TOKEN }}
        run: |
${indented(shardScript(plan, functions), 10)}
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: results-\${{ matrix.shard }}
          path: results
          if-no-files-found: ignore
  report:
    needs: migrate
    if: always()
    runs-on: ubuntu-latest
    steps:
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: ${installing(plan)}
      - uses: actions/download-artifact@v5
        with:
          pattern: results-*
          path: results
          merge-multiple: true
      - run: |
          find results -name '*.ndjson' >list.txt
          dfslim report @list.txt --format markdown >>"$GITHUB_STEP_SUMMARY"
`

const functions = `gh auth setup-git
git config --global user.name 'github-actions[bot]'
git config --global user.email '41898282+github-actions[bot]@users.noreply.github.com'

fetch() {
  gh repo clone "$1" work -- --quiet --depth 1
}

propose() {
  git -C work push --quiet origin "$BRANCH" || return 1
  (cd work && gh pr create --head "$BRANCH" --title "$TITLE" --body-file "$body")
}
`

/** Text in which nothing is an expression: an expression that prints what opens one. */
const plain = (text: string) => text.replaceAll('${{', "${{ '${{' }}")
