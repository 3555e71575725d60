import { distrolessImage } from '../../src/knowledge/distroless.js'
import { slimTwin } from '../../src/knowledge/images.js'
import { alpineImage, type Base } from './base.js'

/** What the image stands on once it no longer builds. */
export interface Runtime {
  readonly image: string
  /** Whether it has a shell and a package manager. */
  readonly hasSystem: boolean
  /** Whether it has the packages of the base's own distribution and release. */
  readonly isSameRelease: boolean
  readonly because: string
  /** Programs and users that it has beside those of its distribution. */
  readonly brings?: readonly string[]
}

/** What the stage asks of it. */
export interface Demand {
  /** Why a shell or a package manager is needed; undefined where none is. */
  readonly system: string | undefined
  /** Whether packages of the base's release are asked for. */
  readonly hasPackages: boolean
}

/** For a program that needs no library. */
export function staticRuntime(
  base: Base,
  { system, hasPackages }: Demand,
  because: string,
): Runtime | string {
  if (base.isDistribution || hasPackages || system !== undefined) {
    const own = sameRelease(base)
    if (own !== undefined) return { ...own, because }
  }
  if (system === undefined && !hasPackages)
    return { image: distrolessImage('static'), hasSystem: false, isSameRelease: false, because }
  if (hasPackages) return 'packages are needed at run time, and the release of the base is not known'
  return base.family === 'alpine'
    ? `${system}, and the version of Alpine is not known`
    : {
        image: 'debian:bookworm-slim',
        hasSystem: true,
        isSameRelease: false,
        because: `${because}, and ${system}`,
      }
}

/** For a program that is linked with the libraries of its base. */
export function linkedRuntime(base: Base): Runtime | string {
  return (
    sameRelease(base) ??
    'it may be linked with the C library of its base, and the name of the base does not tell its release'
  )
}

/** For what an interpreter runs: the same image without what full images have to build. */
export function twinRuntime({ name, tag, isOpen }: Base, reference: string): Runtime | string {
  if (isOpen) return `a build argument decides which \`${name}\` it is`
  const isSmall = /(^|-)(slim|alpine[\d.]*)(-|$)/.test(tag)
  const twin = isSmall ? tag : slimTwin(name, tag)
  if (twin === undefined) return `no slim twin of \`${name}:${tag}\` is known`
  const bare = reference.endsWith(`:${tag}`) ? reference.slice(0, -tag.length - 1) : reference
  const image = isSmall ? reference : `${bare}:${twin}`
  const because = isSmall ? '' : `\`${image}\` is the same \`${name}\` without compilers and headers`
  return { image, hasSystem: true, isSameRelease: true, because }
}

function sameRelease(base: Base): Runtime | undefined {
  const image = base.family === 'alpine' ? alpineImage(base) : base.slim
  return image === undefined
    ? undefined
    : {
        image,
        hasSystem: true,
        isSameRelease: true,
        because: `\`${image}\` has the C library that it is linked with`,
      }
}
