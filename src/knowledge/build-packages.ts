import { wordsIn } from './words.js'

/**
 * Debian and Ubuntu packages by what they are for.
 * Source: their descriptions and contents in Debian 11 to 13; November 2026.
 */

/** Whether a package is for building programs alone: compilers, what runs them, and what fetches sources. */
export const isBuildPackage = (name: string): boolean => builds.has(name) || versioned.test(name)

/** Whether a package fetches or unpacks sources, and may be needed by the program as well. */
export const isFetchPackage = (name: string): boolean => fetchers.has(name)

/** Whether a package holds headers of a library. */
export const isDevelopmentPackage = (name: string): boolean => name.endsWith('-dev') && !builds.has(name)

const versioned =
  /^(gcc|g\+\+|cpp|clang|llvm|gfortran|golang|libstdc\+\+)-[\d.]+(-dev|-go|-src)?$|^linux-headers-|^golang-(?!docker)|^openjdk-\d+-jdk(-headless)?$/

const builds = new Set(
  wordsIn(`
    ant autoconf autoconf2.13 autogen automake autopoint autotools-dev binutils bison build-essential bzr cargo clang cmake
    cpp debhelper default-jdk default-jdk-headless devscripts dh-autoreconf dpkg-dev fakeroot flex g++ gcc gettext
    gfortran git git-core golang golang-go golang-src gradle help2man intltool libc-dev libc6-dev libc-dev-bin libtool
    libtool-bin linux-libc-dev lld llvm m4 make maven mercurial meson musl-dev musl-tools nasm ninja-build patch pkg-config
    pkgconf quilt ragel rustc subversion swig texinfo yasm`),
)

const fetchers = new Set(wordsIn('bzip2 curl gnupg lzip tar unzip wget xz-utils'))
