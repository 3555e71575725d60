import type { BuildOrder, RunOrder } from './engine.js'
import { label } from './engine.js'
import type { IgnoreReader } from './ignoring.js'
import type { ScrapWords } from './scraps.js'

/** The words by which one engine is told what to do. */
export interface Dialect {
  /** Ends with 0 when the engine, and its daemon, are there. */
  readonly version: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  build(order: Build): readonly string[]
  /** How its builder is given an ignore file, unless what it prints says that it is another builder. */
  readonly ignoring: IgnoreReader
  /** Runs a shell command in a container of that name. `after` takes it away, however it ended. */
  run(order: RunOrder): {
    readonly before?: readonly string[]
    readonly run: readonly string[]
    readonly after: readonly string[]
  }
  save(image: string, file: string): readonly string[]
  remove(images: readonly string[]): readonly string[]
  /** Undefined where a build that ends early leaves nothing but its cache. */
  readonly scraps?: ScrapWords
}

type Build = Omit<BuildOrder, 'signal' | 'onLine' | 'ignoreFile'>

/** In the order in which they are asked for. */
export const dialects: Readonly<Record<string, Dialect>> = {
  docker: { ...dockerLike('docker'), version: ['docker', 'version', '--format', '{{.Server.Version}}'] },
  podman: {
    ...dockerLike('podman'),
    ignoring: 'flag',
    scraps: {
      containers: ['podman', 'ps', '--all', '--external', '--format', '{{.ID}} {{.ImageID}}'],
      removeContainers: (ids) => ['podman', 'rm', '--force', ...ids],
      removeLayer: (id) => ['podman', 'image', 'rm', id],
    },
  },
  buildah: {
    version: ['buildah', '--version'],
    ignoring: 'flag',
    // Without the docker format SHELL and ONBUILD are lost.
    build: (order) => ['buildah', 'build', '--format', 'docker', '--layers', ...buildWords(order)],
    run: ({ container, image, command, network }) => ({
      before: ['buildah', 'from', '--pull-never', '--name', container, image],
      run: ['buildah', 'run', ...maybe('--network', network), container, '--', 'sh', '-c', command],
      after: ['buildah', 'rm', container],
    }),
    save: (image, file) => ['buildah', 'push', image, `docker-archive:${file}`],
    remove: (images) => ['buildah', 'rmi', '--force', ...images],
    scraps: {
      containers: ['buildah', 'containers', '--noheading', '--format', '{{.ContainerID}} {{.ImageID}}'],
      removeContainers: (ids) => ['buildah', 'rm', ...ids],
      removeLayer: (id) => ['buildah', 'rmi', id],
    },
  },
  nerdctl: dockerLike('nerdctl'),
}

function dockerLike(program: string): Dialect {
  return {
    version: [program, 'version', '--format', '{{.Client.Version}}'],
    env: { DOCKER_BUILDKIT: '1', BUILDKIT_PROGRESS: 'plain' },
    ignoring: 'beside',
    build: (order) => [program, 'build', ...buildWords(order)],
    run: ({ container, image, command, network }) => ({
      run: [
        ...[program, 'run', '--name', container, '--label', label, ...maybe('--network', network)],
        ...['--entrypoint', 'sh', image, '-c', command],
      ],
      after: [program, 'rm', '--force', container],
    }),
    save: (image, file) => [program, 'save', '--output', file, image],
    remove: (images) => [program, 'image', 'rm', '--force', ...images],
  }
}

function buildWords({ image, dockerfile, context, pass }: Build): string[] {
  const each = (flag: string, values: readonly string[] = []): string[] =>
    values.flatMap((value) => [flag, value])
  return [
    ...['--label', label, '--tag', image, '--file', dockerfile],
    ...maybe('--target', pass.target),
    ...each('--build-arg', pass.buildArg),
    ...each('--secret', pass.secret),
    ...maybe('--network', pass.network),
    ...maybe('--platform', pass.platform),
    ...(pass.noCache ? ['--no-cache'] : []),
    context,
  ]
}

const maybe = (flag: string, value: string | undefined): string[] =>
  value === undefined ? [] : [flag, value]
