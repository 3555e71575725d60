import { ownValue, wordsIn } from './words.js'

/**
 * What the official images of Python have, slim and Alpine ones among them, because Python is linked with it.
 * Source: their Dockerfiles, which keep the libraries that `ldd` names when they purge what they built with; names of
 * Alpine's packages: aports; November 2026.
 */

/** The packages that hold at run time what a module was linked with at build time, on Debian: none where the image has them. */
export const linkedByPython = (development: string): boolean => debian.has(development)

/** The same on Alpine; undefined where it is not known. */
export function alpineLibraries(development: string): readonly string[] | undefined {
  const names = ownValue(alpine, development)
  return names === undefined ? undefined : wordsIn(names)
}

/** Packages of Debian and Alpine that modules of Python are built with, and whose programs nothing calls at run time. */
export const buildsPython = (name: string): boolean => builders.has(name)

/** What a compiler brings that modules are linked with, beside what the images have. */
export const leftByCompiler = (name: string): readonly string[] | undefined => {
  const names = ownValue(compilers, name)
  return names === undefined ? undefined : wordsIn(names)
}

/** Whether a Python package is linked with the library of OpenMP where it is built from source; compilers bring it. */
export const usesOpenMp = (name: string): boolean => parallel.has(name.toLowerCase().replace(/[-_.]+/g, '-'))

/** Whether a Python package calls a compiler when it runs, or installs files outside of the folder of packages. */
export const isUnmovable = (name: string): boolean =>
  unmovable.has(name.toLowerCase().replace(/[-_.]+/g, '-'))

const debian = new Set(
  wordsIn(`
    libbz2-dev libexpat1-dev libffi-dev libgdbm-dev liblzma-dev libncursesw5-dev libpython3-dev libreadline-dev
    libsqlite3-dev libssl-dev python-dev python3-dev python2-dev python3.11-dev uuid-dev zlib1g-dev`),
)

const builders = new Set(
  wordsIn(`
    build-base alpine-sdk build-essential cargo g++ gcc gfortran libc-dev libc6-dev linux-headers make musl-dev patchelf pkg-config
    pkgconf pkgconfig python-dev python2-dev python3-dev rust rustc swig`),
)

/** libstdc++ is in Debian's images, and in none of Alpine's. */
const compilers: Readonly<Record<string, string>> = {
  'alpine-sdk': 'libstdc++',
  'build-base': 'libstdc++',
  gfortran: 'libgfortran5',
}

const alpine: Readonly<Record<string, string>> = {
  'bzip2-dev': '',
  'curl-dev': 'libcurl',
  'cyrus-sasl-dev': 'libsasl',
  'expat-dev': '',
  'freetype-dev': 'freetype',
  'gdbm-dev': '',
  'jpeg-dev': 'libjpeg-turbo',
  'krb5-dev': 'krb5-libs',
  'lcms2-dev': 'lcms2',
  'libffi-dev': '',
  'libjpeg-turbo-dev': 'libjpeg-turbo',
  'libpng-dev': 'libpng',
  'libpq-dev': 'libpq',
  'libwebp-dev': 'libwebp',
  'libxml2-dev': 'libxml2',
  'libxslt-dev': 'libxslt',
  'mariadb-connector-c-dev': 'mariadb-connector-c',
  'mariadb-dev': 'mariadb-connector-c',
  'ncurses-dev': '',
  'openjpeg-dev': 'openjpeg',
  'openssl-dev': '',
  'postgresql-dev': 'libpq',
  'readline-dev': '',
  'sqlite-dev': '',
  'tiff-dev': 'tiff',
  'xz-dev': '',
  'yaml-dev': 'yaml',
  'zlib-dev': '',
}

const parallel = new Set(
  wordsIn(`
    catboost fasttext hdbscan hnswlib implicit lightfm lightgbm numexpr prophet pystan scikit-learn scikit-image sklearn umap-learn xgboost`),
)

const unmovable = new Set(
  wordsIn(`
    cppyy daal impi-rt intel-openmp ipykernel jupyter jupyter-core jupyter-server jupyterhub jupyterlab mkl mkl-service nbconvert notebook pytensor pythran theano
    tbb torch torch-nightly triton voila`),
)
