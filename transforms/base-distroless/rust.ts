import { type Compiled, developmentPackagesIn, type Subject, tomlLock } from '../../src/kit.js'
import { isCarriedCrate } from '../../src/knowledge/crates.js'

/** Why a program in Rust may be linked with more than distroless has; undefined where all is there. */
export function rustLibraries(
  { stage, image }: Compiled,
  release: string | undefined,
  { model, context }: Subject,
): string | undefined {
  const hasSsl = release === 'bookworm' || release === 'trixie'
  const lock = tomlLock(context?.read('Cargo.lock') ?? '')
  if (lock !== undefined) {
    const isVendored = lock.some(({ name }) => name === 'openssl-src')
    const strange = lock.find(
      ({ name }) =>
        /-sys$/.test(name) &&
        !(isCarriedCrate(name) || name === 'libz-sys' || (name === 'openssl-sys' && (hasSsl || isVendored))),
    )
    return strange === undefined
      ? undefined
      : `the crate \`${strange.name}\` may be linked with a library that distroless lacks`
  }
  if (image.name === 'rust' && !/slim/.test(image.tag ?? ''))
    return 'the libraries that it is linked with cannot be told without `Cargo.lock`'
  const [development] = developmentPackagesIn(stage, model).filter(
    (name) => !(hasSsl && name === 'libssl-dev') && !/^libc6?-dev$/.test(name),
  )
  return development === undefined ? undefined : `it may be linked with the library of \`${development}\``
}
