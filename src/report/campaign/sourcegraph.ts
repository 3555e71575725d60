import { fixing, installing, someFailed, type Engine } from './plan.js'
import { indented, yamlOf } from './quote.js'

/** A batch spec, as https://sourcegraph.com/docs/batch-changes/batch-spec-yaml-reference describes it. */
export const sourcegraph: Engine = (plan) => [{ path: 'dfslim.batch.yaml', kind: 'data', text: specOf(plan) }]

const query = 'file:(^|/)(Dockerfile|Containerfile)([.][^/]*)?$|[.]dockerfile$ archived:no fork:no count:all'

const specOf: (...plan: Parameters<Engine>) => string = (
  plan,
) => `# Choose the repositories, then: src batch preview -f dfslim.batch.yaml
version: 2
name: dfslim
description: Makes the images of Dockerfiles smaller, with dfslim ${plan.version}
on:
  - repositoriesMatchingQuery: ${yamlOf(query)}
steps:
  - container: node:24-alpine
    # The status ${someFailed} says that some file failed, and that the others were rewritten.
    run: |
${indented(`${installing(plan)} >&2\n${fixing(plan)} --format markdown || [ $? -eq ${someFailed} ]`, 6)}
    outputs:
      body:
        value: ${yamlOf('${{ step.stdout }}')}
changesetTemplate:
  title: ${yamlOf(plain(plan.title))}
  body: ${yamlOf('${{ outputs.body }}')}
  branch: ${yamlOf(plan.branch)}
  commit:
    message: ${yamlOf(plain(plan.title))}
`

/** Text in which nothing is a template: a template that prints what opens one. It must be one in the YAML, too. */
const plain = (text: string) => text.replaceAll('${{', '${{ `${{` }}')
