/**
 * What crates that stand for libraries in C are linked with when they are built on Debian.
 * Source: the crates' build scripts, domain knowledge, November 2026.
 */

/** Whether a `-sys` crate needs no library that is not built along with the program, or is for another system. */
export const isCarriedCrate = (name: string): boolean => carried.test(name)

/** Whether the library of a crate is in every image of Debian: zlib, bzip2, xz. */
export const isInDebian = (name: string): boolean => /^(libz|bzip2|lzma)-sys$/.test(name)

/** Crates that look for certificates in the system. */
export const looksForCertificates = (name: string): boolean =>
  /^(native-tls|openssl|rustls-native-certs|rustls-platform-verifier)$/.test(name)

/** Words of sources that start other programs or load libraries by name. */
export const spawningRust = /process::Command|Command::new|libloading|dlopen/

const carried =
  /^(linux-raw|inotify|js|web|windows|winapi|core-foundation|security-framework|system-configuration|fsevent|mach|wasi|wasm-bindgen|dirs|dirs-next|objc|cocoa|tikv-jemalloc|jemalloc|mimalloc|libmimalloc|aws-lc|zstd|ring|blake3|hermit|redox|schannel|psm|secp256k1)-sys$/
