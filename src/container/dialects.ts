import type { BuildOrder } from './engine.js'
import { label } from './engine.js'

/** The words by which one engine is told what to do. */
export interface Dialect {
  /** Ends with 0 when the engine, and its daemon, are there. */
  readonly version: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  build(order: Omit<BuildOrder, 'signal' | 'onLine'>): readonly string[]
  run(
    image: string,
    command: string,
    network: string | undefined,
  ): {
    readonly before?: readonly string[]
    readonly run: readonly string[]
    readonly after?: readonly string[]
  }
  save(image: string, file: string): readonly string[]
  remove(images: readonly string[]): readonly string[]
}

/** In the order in which they are asked for. */
export const dialects: Readonly<Record<string, Dialect>> = {
  docker: { ...dockerLike('docker'), version: ['docker', 'version', '--format', '{{.Server.Version}}'] },
  podman: dockerLike('podman'),
  buildah: {
    version: ['buildah', '--version'],
    // Without the docker format SHELL and ONBUILD are lost.
    build: (order) => ['buildah', 'build', '--format', 'docker', '--layers', ...buildWords(order)],
    run: (image, command, network) => {
      const name = `dfslim-${image.replace(/\W+/g, '-')}`
      return {
        before: ['buildah', 'from', '--pull-never', '--name', name, image],
        run: ['buildah', 'run', ...maybe('--network', network), name, '--', 'sh', '-c', command],
        after: ['buildah', 'rm', name],
      }
    },
    save: (image, file) => ['buildah', 'push', image, `docker-archive:${file}`],
    remove: (images) => ['buildah', 'rmi', '--force', ...images],
  },
  nerdctl: dockerLike('nerdctl'),
}

function dockerLike(program: string): Dialect {
  return {
    version: [program, 'version', '--format', '{{.Client.Version}}'],
    env: { DOCKER_BUILDKIT: '1', BUILDKIT_PROGRESS: 'plain' },
    build: (order) => [program, 'build', ...buildWords(order)],
    run: (image, command, network) => ({
      run: [
        ...[program, 'run', '--rm', '--label', label, ...maybe('--network', network)],
        ...['--entrypoint', 'sh', image, '-c', command],
      ],
    }),
    save: (image, file) => [program, 'save', '--output', file, image],
    remove: (images) => [program, 'image', 'rm', '--force', ...images],
  }
}

function buildWords({ image, dockerfile, context, pass }: Omit<BuildOrder, 'signal' | 'onLine'>): string[] {
  const each = (flag: string, values: readonly string[] = []): string[] =>
    values.flatMap((value) => [flag, value])
  return [
    ...['--label', label, '--tag', image, '--file', dockerfile],
    ...maybe('--target', pass.target),
    ...each('--build-arg', pass.buildArg),
    ...each('--secret', pass.secret),
    ...maybe('--network', pass.network),
    ...maybe('--platform', pass.platform),
    context,
  ]
}

const maybe = (flag: string, value: string | undefined): string[] =>
  value === undefined ? [] : [flag, value]
