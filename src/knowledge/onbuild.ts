/**
 * What the `onbuild` tags of official images stood for.
 * Source: the last Dockerfile of each in docker-library/golang, python and ruby, nodejs/docker-node and
 * carlossg/docker-maven, and the last list in docker-library/official-images that names the tag; November 2026.
 */

/** What an `onbuild` tag did in the build of those who used it. */
export interface Onbuild {
  /** The tag that it was built on. */
  readonly tag: string
  /** Whether the tag was moved from version to version, so that only its last one is known. */
  readonly isMoving: boolean
  /** The last day on which a version of it was listed. */
  readonly until: string
  readonly instructions: readonly string[]
  /** What the image ran. */
  readonly command: string | undefined
}

/** What such a tag of an official image stood for; undefined for one that is not known. */
export function onbuildOf(image: string, tag: string): Onbuild | undefined {
  const family = Object.hasOwn(families, image) ? families[image]! : undefined
  const name = family && withoutOnbuild(tag)
  if (family === undefined || name === undefined) return undefined
  const moved = Object.hasOwn(family.moving, name) ? family.moving[name] : undefined
  const plain = moved ?? name
  if (moved === undefined && !family.tags.test(name)) return undefined
  const { until, command } = family
  return {
    tag: plain,
    isMoving: moved !== undefined,
    until,
    command,
    instructions: family.instructions(plain),
  }
}

/** `3-jdk-8-onbuild-alpine` -> `3-jdk-8-alpine`, `onbuild` -> the empty text. */
function withoutOnbuild(tag: string): string | undefined {
  const match = /^(?:(.+)-)?onbuild(-alpine)?$/.exec(tag)
  return match
    ? [match[1] ?? '', match[2]?.slice(1) ?? ''].filter((part) => part !== '').join('-')
    : undefined
}

interface Family {
  /** Tags that were never moved, without `-onbuild`. */
  readonly tags: RegExp
  readonly moving: Readonly<Record<string, string>>
  readonly until: string
  readonly instructions: (tag: string) => readonly string[]
  readonly command: string | undefined
}

const app = '/usr/src/app'

const families: Readonly<Record<string, Family>> = {
  golang: {
    tags: /^1\.[2-9](\.\d+)?$/,
    moving: { '': '1.8', '1': '1.8' },
    until: '2018-02-16',
    instructions: () => [
      'WORKDIR /go/src/app',
      'COPY . /go/src/app',
      'RUN go-wrapper download',
      'RUN go-wrapper install',
    ],
    command: '["go-wrapper", "run"]',
  },
  maven: {
    tags: /^3(\.\d+){0,2}-jdk-[6-9](-alpine)?$/,
    moving: { '': '3-jdk-8', '3': '3-jdk-8', alpine: '3-jdk-8-alpine', '3-alpine': '3-jdk-8-alpine' },
    until: '2017-06-15',
    instructions: () => [`WORKDIR ${app}`, `ADD . ${app}`, 'RUN mvn install'],
    command: undefined,
  },
  node: {
    tags: /^(0\.1[02]|[4-9])(\.\d+){0,2}$/,
    moving: { '': '9', '0': '0.12', argon: '4', boron: '6', carbon: '8' },
    until: '2019-12-31',
    instructions: (tag) => [
      `WORKDIR ${app}`,
      ...(tag.startsWith('5') ? [] : ['ARG NODE_ENV', 'ENV NODE_ENV=$NODE_ENV']),
      `COPY package.json ${app}/`,
      /^[05]/.test(tag) ? 'RUN npm install' : 'RUN npm install && npm cache clean --force',
      `COPY . ${app}`,
    ],
    command: '["npm", "start"]',
  },
  python: {
    tags: /^(2\.7|3\.[2-6])(\.\d+)?$/,
    moving: { '': '3.6', '2': '2.7', '3': '3.6' },
    until: '2018-07-20',
    instructions: () => [
      `WORKDIR ${app}`,
      `COPY requirements.txt ${app}/`,
      'RUN pip install --no-cache-dir -r requirements.txt',
      `COPY . ${app}`,
    ],
    command: undefined,
  },
  ruby: {
    tags: /^(1\.9|2\.[0-4]|2\.[2-4]\.\d+)$/,
    moving: { '': '2.4', '1': '1.9', '2': '2.4' },
    until: '2018-07-20',
    instructions: () => [
      'RUN bundle config --global frozen 1',
      `WORKDIR ${app}`,
      `COPY Gemfile ${app}/`,
      `COPY Gemfile.lock ${app}/`,
      'RUN bundle install',
      `COPY . ${app}`,
    ],
    command: undefined,
  },
}
