import type { Waste } from '../image/tree.js'
import type { Measured } from './measure.js'

/**
 * A measured image as JSON. Sizes are bytes, layers and lines count from 1; `version` rises when a field changes its
 * meaning or goes.
 */
export function measureJson({ source, image, measurement, dockerfile }: Measured): string {
  const { waste, caches, ...totals } = measurement
  const remedies = dockerfile?.remedies
  const layers = image.layers.map((layer, i) => ({ ...layer, line: remedies?.lines[i] }))
  const report = {
    version: 1,
    command: 'measure',
    image: { source, name: image.name, config: image.config },
    ...totals,
    layers,
    waste: waste.map((group) => ({
      addedBy: group.addedBy + 1,
      removedBy: group.removedBy + 1,
      bytes: group.bytes,
      what: group.place?.what,
      remedy: remedies?.ofWaste(group),
      files: group.files.map(({ path, bytes, how }: Waste) => ({ path, bytes, how })),
    })),
    caches: caches.map((cache) => ({
      path: cache.path,
      what: cache.place.what,
      bytes: cache.bytes,
      files: cache.files,
      layer: cache.layer + 1,
      remedy: remedies?.ofCache(cache),
    })),
    ...(dockerfile && {
      dockerfile: {
        path: dockerfile.path,
        matches: remedies !== undefined,
        wonBytes: remedies?.bytes,
        otherTransforms: remedies?.others,
      },
    }),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}
