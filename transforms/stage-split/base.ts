import type { ImageReference, Stage } from '../../src/kit.js'
import { distributionOf, releaseOf } from '../../src/knowledge/images.js'
import type { Release } from '../../src/knowledge/distributions.js'

/** The image that a stage is built on, as far as its name tells. */
export interface Base {
  readonly image: ImageReference
  readonly name: string
  readonly tag: string
  readonly family: 'debian' | 'ubuntu' | 'alpine' | 'other'
  readonly release: Release | undefined
  /** Whether it is a distribution, and nothing more. */
  readonly isDistribution: boolean
  /** Whether a build argument decides the tag. */
  readonly isOpen: boolean
  /** The smallest image of the same release; undefined where the release is not known. */
  readonly slim: string | undefined
}

export function baseOf({ image, variables }: Stage): Base | undefined {
  if (!image) return undefined
  const { name, tag = 'latest' } = image
  const isDistribution = /^(debian|ubuntu|buildpack-deps|alpine)$/.test(name)
  const distribution = distributionOf(name, tag)
  const family = /^(debian|ubuntu|alpine)$/.exec(distribution?.family ?? '')?.[0] as
    Base['family'] | undefined
  const isOpen = variables.length > 0
  const release = isOpen ? undefined : releaseOf(name, tag)
  return {
    ...{ image, name, tag, isDistribution, isOpen, release },
    family: family ?? (name === 'golang' ? 'debian' : 'other'),
    slim: isOpen ? undefined : slimOf(name, tag, release),
  }
}

/** A tag of debian keeps its own spelling. */
function slimOf(name: string, tag: string, release: string | undefined): string | undefined {
  if (name === 'ubuntu')
    return tag === 'latest' || tag === 'rolling' || tag === 'devel' ? undefined : `ubuntu:${tag}`
  if (release === undefined) return undefined
  if (name !== 'debian') return `debian:${release}-slim`
  return tag.endsWith('-slim') ? `debian:${tag}` : `debian:${tag.replace(/-backports$/, '')}-slim`
}

/** The version of Alpine that a tag names. */
export const alpineImage = ({ name, tag, isOpen }: Base): string | undefined => {
  if (isOpen) return undefined
  const version = name === 'alpine' ? /^3\.\d+(\.\d+)?$/.exec(tag)?.[0] : /alpine(3\.\d+)$/.exec(tag)?.[1]
  return version !== undefined ? `alpine:${version}` : undefined
}
