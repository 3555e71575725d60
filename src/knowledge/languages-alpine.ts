import { gemPackage, npmPackage, pipPackage } from './languages.js'
import { ownValue, wordsIn } from './words.js'

/**
 * What packages of languages need of Alpine: to be built, and to run. Programs that they call are named by `pipNeedsCommand`
 * and `npmNeedsCommand`; `alpineNames` has what these are called in Alpine.
 * Source: documented failures (2014-2026); musllinux wheels for CPython 3.12 on amd64: names in doubt asked of PyPI with pip,
 * 21 November 2026, all others, npm and gems: domain knowledge, 2026.
 */

/** Builds on an Alpine image of the language only with `alpineBuild`, and runs with `alpineRuntime`. */
export interface AlpineSource {
  readonly kind: 'source'
  readonly alpineBuild: readonly string[]
  readonly alpineRuntime: readonly string[]
}

/**
 * How pip installs a package and all that it depends on, on Alpine. `pure`: as everywhere. `wheel`: current versions come as
 * musl wheels; old pins, new Pythons and rare architectures compile. `blocked`: wheels for glibc alone.
 */
export function pipOnAlpine(name: string): 'pure' | 'wheel' | 'blocked' | AlpineSource | 'unknown' {
  if (pipPackage(name) === 'pure') return 'pure'
  const key = name.toLowerCase().replace(/[-_.]+/g, '-')
  if (wheels.has(key)) return 'wheel'
  return blockedPip.has(key) ? 'blocked' : (sourceOf(pipSourcesOnAlpine, key) ?? 'unknown')
}

/** `prebuilt`: current versions bring or fetch a binary for musl, or one that needs no C library. `blocked`: for glibc alone. */
export function npmOnAlpine(name: string): 'prebuilt' | 'blocked' | AlpineSource | 'unknown' {
  if (prebuilt.has(name)) return 'prebuilt'
  if (blockedNpm.has(name)) return 'blocked'
  return sourceOf(npmSourcesOnAlpine, name) ?? (typeof npmPackage(name) === 'object' ? nodeGyp : 'unknown')
}

/** Whether a gem is known to be built from source, and what that takes on Alpine. Not of grpc and google-protobuf, which may crash. */
export function gemOnAlpine(name: string): AlpineSource | 'unknown' {
  const source = sourceOf(gemSourcesOnAlpine, name)
  if (source !== undefined) return source
  const debian = gemPackage(name)
  const isPlain =
    name !== 'google-protobuf' &&
    debian !== 'unknown' &&
    debian.debianBuild.join(' ') === 'gcc libc6-dev make'
  return isPlain ? { kind: 'source', alpineBuild: ['gcc', 'make', 'musl-dev'], alpineRuntime: [] } : 'unknown'
}

const nodeGyp: AlpineSource = {
  kind: 'source',
  alpineBuild: ['g++', 'make', 'python3'],
  alpineRuntime: ['libstdc++'],
}

function sourceOf(table: Readonly<Record<string, string>>, name: string): AlpineSource | undefined {
  const entry = ownValue(table, name)
  if (entry === undefined) return undefined
  const [build = '', runtime = ''] = entry.split('>')
  return { kind: 'source', alpineBuild: wordsIn(build), alpineRuntime: wordsIn(runtime) }
}

/** Every wheel of the closure is `none-any` or there for musl. */
const wheels = new Set(
  wordsIn(`
    aiohttp alembic ansible ansible-core argon2-cffi argon2-cffi-bindings asyncpg awscli azure-storage-blob
    bcrypt cairosvg celery cffi cookiecutter cryptography discord-py eventlet fabric fastapi flask-migrate
    flask-sqlalchemy flower gevent google-auth google-cloud-storage greenlet grpcio h5py hiredis httptools
    imageio ipython jsonschema jupyter lxml lz4 matplotlib msgpack nltk numpy oracledb orjson pandas paramiko
    pdf2image pillow polars pre-commit protobuf psutil psycopg2-binary psycopg[binary] pyarrow pydantic
    pydantic-core pymongo pymssql pynacl python-docx python-telegram-bot pyyaml pyzmq rapidfuzz regex ruff
    scikit-image scipy seaborn shapely sqlalchemy tokenizers tornado transformers typer ujson uvicorn
    uvicorn[standard] uvloop zstandard`),
)

const blockedPip = new Set(
  wordsIn(`
    catboost confluent-kafka duckdb faiss-cpu fiona ibm-db jaxlib librosa lightgbm llvmlite numba onnxruntime
    open3d opencv-contrib-python opencv-python opencv-python-headless playwright rasterio ray scikit-learn
    sentencepiece tensorflow tensorflow-cpu torch torchaudio torchvision triton xgboost`),
)

/** Published as source only: Alpine packages to build with, then, behind `>`, to run with. */
export const pipSourcesOnAlpine: Readonly<Record<string, string>> = {
  'dbus-python': 'dbus-dev gcc glib-dev make musl-dev pkgconf > dbus-libs glib',
  dlib: 'cmake g++ make > libstdc++',
  'face-recognition': 'cmake g++ make > libstdc++',
  gdal: 'g++ gdal-dev > gdal',
  m2crypto: 'gcc musl-dev openssl-dev swig > libssl3',
  'mod-wsgi': 'apache2-dev gcc make musl-dev > apache2',
  mysqlclient: 'gcc mariadb-connector-c-dev musl-dev pkgconf > mariadb-connector-c',
  netifaces: 'gcc linux-headers musl-dev',
  psycopg2: 'gcc libpq-dev musl-dev > libpq',
  pyaudio: 'gcc musl-dev portaudio-dev > portaudio',
  pycairo: 'cairo-dev gcc musl-dev pkgconf > cairo',
  pygraphviz: 'gcc graphviz-dev musl-dev pkgconf > graphviz',
  pysqlite3: 'gcc musl-dev sqlite-dev > sqlite-libs',
  'python-ldap': 'cyrus-sasl-dev gcc musl-dev openldap-dev > libldap libsasl',
  uwsgi: 'gcc linux-headers musl-dev',
}

const prebuilt = new Set(
  wordsIn(`
    @biomejs/biome @parcel/watcher @sentry/cli @swc/core @tailwindcss/oxide argon2 bcrypt better-sqlite3 core-js
    core-js-pure esbuild fsevents lightningcss msgpackr-extract protobufjs rollup sharp sqlite3 turbo
    unrs-resolver`),
)

/** They fetch a browser, or a library, that is built for glibc. */
const blockedNpm = new Set(
  wordsIn(`
    @playwright/test @tensorflow/tfjs-node chromedriver cypress electron onnxruntime-node phantomjs
    phantomjs-prebuilt playwright puppeteer`),
)

/** npm packages that need more than node-gyp does. */
export const npmSourcesOnAlpine: Readonly<Record<string, string>> = {
  canvas:
    'cairo-dev g++ giflib-dev libjpeg-turbo-dev librsvg-dev make pango-dev pkgconf python3 > cairo giflib libjpeg-turbo librsvg pango',
}

/** As for pip. Many have precompiled gems for current versions; which are used depends on the lock file. */
export const gemSourcesOnAlpine: Readonly<Record<string, string>> = {
  charlock_holmes: 'g++ icu-dev make zlib-dev > icu-libs libstdc++',
  curb: 'curl-dev gcc make musl-dev > libcurl',
  ffi: 'gcc libffi-dev make musl-dev > libffi',
  mimemagic: 'shared-mime-info > shared-mime-info',
  mysql2: 'gcc make mariadb-connector-c-dev musl-dev > mariadb-connector-c',
  nokogiri: 'gcc libxml2-dev libxslt-dev make musl-dev patch pkgconf zlib-dev > libxml2 libxslt',
  pg: 'gcc libpq-dev make musl-dev > libpq',
  psych: 'gcc make musl-dev yaml-dev > yaml',
  puma: 'gcc make musl-dev openssl-dev',
  rmagick: 'g++ imagemagick-dev make pkgconf > imagemagick',
  rugged: 'cmake gcc make musl-dev openssl-dev pkgconf',
  sqlite3: 'gcc make musl-dev sqlite-dev > sqlite-libs',
}
