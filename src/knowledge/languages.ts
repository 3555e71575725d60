import { ownValue, wordsIn } from './words.js'

/**
 * What packages of languages need of Debian: to be built, and to run.
 * Source: documented failures (2014-2026); wheel tags on PyPI for CPython 3.12 on amd64 glibc with the whole dependency closure,
 * November 2026; npm and gems: the packages' own install scripts, domain knowledge, 2026.
 */

/** Builds on a slim image only with `debianBuild`, runs with `debianRuntime`; correct, if not needed, where a binary exists. */
export interface SourceBuild {
  readonly kind: 'source'
  readonly debianBuild: readonly string[]
  readonly debianRuntime: readonly string[]
}

/**
 * How pip installs a package and all that it depends on. `pure`: every version without a compiler (C speed-ups, if any, fall back).
 * `wheel`: current versions come as glibc wheels; old pins, new Pythons and rare architectures compile.
 * A name with extras, `uvicorn[standard]`, is a name of its own.
 */
export function pipPackage(name: string): 'pure' | 'wheel' | SourceBuild | 'unknown' {
  const key = normalise(name)
  if (purePip.has(key)) return 'pure'
  if (wheelPip.has(key)) return 'wheel'
  return sourceBuild(pipSources, key) ?? 'unknown'
}

/** Debian packages of the programs and libraries that a Python package looks for when it runs; undefined where none is known. */
export function pipNeedsCommand(name: string): readonly string[] | undefined {
  return packagesOf(pipNeeds, normalise(name).replace(/\[.*/, ''))
}

/** `prebuilt`: current versions bring or fetch a binary for glibc; old pins and new Nodes compile. */
export function npmPackage(name: string): 'prebuilt' | SourceBuild | 'unknown' {
  if (prebuiltNpm.has(name)) return 'prebuilt'
  return sourceBuild(npmSources, name) ?? 'unknown'
}

/** Debian packages of the programs that an npm package calls; undefined where none is known. */
export function npmNeedsCommand(name: string): readonly string[] | undefined {
  return packagesOf(npmNeeds, name)
}

/** Whether a gem is known to be built from source, and what that takes. */
export function gemPackage(name: string): SourceBuild | 'unknown' {
  return sourceBuild(gemSources, name) ?? 'unknown'
}

/** Debian packages that a crate looks for when it is built, of those that the full rust image has; undefined where none is known. */
export function crateNeeds(name: string): readonly string[] | undefined {
  return packagesOf(crateSources, name)
}

/** PEP 503. */
const normalise = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-')

function packagesOf(table: Readonly<Record<string, string>>, name: string): readonly string[] | undefined {
  const entry = ownValue(table, name)
  return entry === undefined ? undefined : wordsIn(entry)
}

function sourceBuild(table: Readonly<Record<string, string>>, name: string): SourceBuild | undefined {
  const entry = ownValue(table, name)
  if (entry === undefined) return undefined
  const [build = '', runtime = ''] = entry.split('>')
  return { kind: 'source', debianBuild: wordsIn(build), debianRuntime: wordsIn(runtime) }
}

/** Every wheel of the closure is `none-any`, or has C speed-ups that are left out where they cannot be built. */
const purePip = new Set(
  wordsIn(`
    aiofiles amqp anyio apscheduler asgiref attrs beautifulsoup4 billiard blinker boto boto3 botocore bottle
    build certifi channels charset-normalizer click coverage dj-database-url django django-cors-headers
    django-environ django-redis djangorestframework docker docutils elasticsearch email-validator
    ffmpeg-python flake8 flask flask-cors flask-login flask-restful gitpython graphene gunicorn honcho httpx
    idna isort itsdangerous jinja2 kafka-python kombu loguru markdown markupsafe marshmallow netaddr oauthlib
    openpyxl packaging paho-mqtt passlib pika pip pipenv plotly ply prometheus-client psycopg pydub pygments
    pyjwt pymysql pyparsing pypdf pyserial pytest pytest-cov python-dateutil python-dotenv python-jose
    python-magic python-multipart pytz raven redis requests requests-oauthlib rich schedule sentry-sdk
    setuptools simplejson six slack-sdk sphinx sqlparse starlette stripe structlog supervisor tabulate toml
    tox tqdm trio tzdata urllib3 vine virtualenv waitress wand websocket-client websockets werkzeug wheel
    whitenoise wrapt wtforms xlrd xlsxwriter`),
)

const wheelPip = new Set(
  wordsIn(`
    aiohttp alembic ansible ansible-core argon2-cffi argon2-cffi-bindings asyncpg awscli azure-storage-blob
    bcrypt black bokeh cairosvg celery cffi confluent-kafka cookiecutter cryptography daphne dash dbt-core
    discord-py drf-yasg duckdb eventlet fabric fastapi flask-migrate flask-sqlalchemy flower gevent
    google-api-python-client google-auth google-cloud-storage greenlet grpcio h5py hiredis httptools imageio
    ipython jsonschema jupyter jupyterlab lightgbm llvmlite lxml lz4 matplotlib mkdocs mkdocs-material moviepy
    msgpack mypy mysql-connector-python nltk notebook numba numpy onnxruntime opencv-python
    opencv-python-headless oracledb orjson pandas paramiko pdf2image pillow poetry polars pre-commit protobuf
    psutil psycopg2-binary psycopg[binary] pyarrow pycurl pydantic pydantic-core pylint pymongo pymssql pynacl
    pyodbc pytesseract python-docx python-telegram-bot pyyaml pyzmq rapidfuzz regex reportlab ruff
    scikit-image scikit-learn scipy seaborn sentencepiece shapely spacy sqlalchemy streamlit tensorflow
    tokenizers tornado transformers twine typer ujson uvicorn uvicorn[standard] uvloop weasyprint xgboost
    xmlsec zstandard`),
)

/**
 * Published as source only: Debian packages to build with, then, behind `>`, to run with.
 * Where the library's package changes its name with the release, the -dev package stands for it.
 */
export const pipSources: Readonly<Record<string, string>> = {
  'dbus-python': 'gcc libc6-dev libdbus-1-dev libglib2.0-dev make pkg-config > libdbus-1-3 libglib2.0-0',
  dlib: 'cmake g++ make',
  'face-recognition': 'cmake g++ make',
  gdal: 'g++ libgdal-dev > libgdal-dev',
  m2crypto: 'gcc libc6-dev libssl-dev swig',
  'mod-wsgi': 'apache2-dev gcc libc6-dev make > apache2',
  mysqlclient: 'default-libmysqlclient-dev gcc libc6-dev pkg-config > libmariadb3',
  netifaces: 'gcc libc6-dev',
  psycopg2: 'gcc libc6-dev libpq-dev > libpq5',
  pyaudio: 'gcc libc6-dev portaudio19-dev > libportaudio2',
  pycairo: 'gcc libc6-dev libcairo2-dev pkg-config > libcairo2',
  pygraphviz: 'gcc libc6-dev libgraphviz-dev pkg-config > graphviz',
  pysqlite3: 'gcc libc6-dev libsqlite3-dev > libsqlite3-0',
  'python-ldap': 'gcc libc6-dev libldap2-dev libsasl2-dev > libldap2-dev libsasl2-2',
  uwsgi: 'gcc libc6-dev libpcre2-dev libssl-dev libxml2-dev zlib1g-dev > libpcre2-8-0 libxml2',
}

/** Called as programs, or loaded by name. */
export const pipNeeds: Readonly<Record<string, string>> = {
  ansible: 'openssh-client',
  'ansible-core': 'openssh-client',
  cairocffi: 'libcairo2',
  cairosvg: 'libcairo2',
  'camelot-py': 'ghostscript',
  commitizen: 'git',
  cookiecutter: 'git',
  copier: 'git',
  'dbt-core': 'git',
  dvc: 'git',
  'ffmpeg-python': 'ffmpeg',
  gitpython: 'git',
  graphviz: 'graphviz',
  lightgbm: 'libgomp1',
  mlflow: 'git',
  'opencv-contrib-python': 'libgl1 libglib2.0-0',
  'opencv-python': 'libgl1 libglib2.0-0',
  pdf2image: 'poppler-utils',
  pdfkit: 'wkhtmltopdf',
  'pre-commit': 'git',
  psycopg: 'libpq5',
  pwntools: 'binutils',
  pydub: 'ffmpeg',
  pytesseract: 'tesseract-ocr',
  'python-magic': 'libmagic1',
  'python-nmap': 'nmap',
  'python-semantic-release': 'git',
  pyzbar: 'libzbar0',
  'setuptools-scm': 'git',
  triton: 'gcc libc6-dev',
  wand: 'imagemagick',
  weasyprint: 'libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0',
}

const prebuiltNpm = new Set(
  wordsIn(`
    @biomejs/biome @parcel/watcher @sentry/cli @swc/core @tailwindcss/oxide argon2 bcrypt better-sqlite3 bufferutil
    core-js core-js-pure esbuild fsevents lightningcss msgpackr-extract protobufjs rollup sharp sqlite3 turbo
    unrs-resolver utf-8-validate`),
)

/** npm packages that are built from source, with the Debian packages that takes. */
export const npmSources: Readonly<Record<string, string>> = {
  iconv: 'g++ make python3',
  'node-expat': 'g++ make python3',
  'node-sass': 'g++ make python3',
}

/** Debian packages of the programs that npm packages call. */
export const npmNeeds: Readonly<Record<string, string>> = {
  '@prisma/client': 'openssl',
  gm: 'imagemagick',
  husky: 'git',
  lerna: 'git',
  'lint-staged': 'git',
  prisma: 'openssl',
  'semantic-release': 'git',
  'simple-git': 'git',
  'standard-version': 'git',
}

/** Source: the crates' build scripts, domain knowledge, 2026. What they bring along themselves is not here. */
export const crateSources: Readonly<Record<string, string>> = {
  'libsqlite3-sys': 'libsqlite3-dev pkg-config',
  'mysqlclient-sys': 'default-libmysqlclient-dev pkg-config',
  'openssl-sys': 'libssl-dev pkg-config',
  'pq-sys': 'libpq-dev',
}

/** As for pip. Many have precompiled gems for current versions; which are used depends on the lock file. */
export const gemSources: Readonly<Record<string, string>> = {
  bcrypt: 'gcc libc6-dev make',
  bigdecimal: 'gcc libc6-dev make',
  bootsnap: 'gcc libc6-dev make',
  charlock_holmes: 'g++ libicu-dev make zlib1g-dev > libicu-dev',
  curb: 'gcc libc6-dev libcurl4-openssl-dev make > libcurl4',
  date: 'gcc libc6-dev make',
  debug: 'gcc libc6-dev make',
  ffi: 'gcc libc6-dev libffi-dev make > libffi-dev',
  'google-protobuf': 'gcc libc6-dev make',
  grpc: 'g++ make',
  json: 'gcc libc6-dev make',
  mimemagic: 'shared-mime-info > shared-mime-info',
  msgpack: 'gcc libc6-dev make',
  mysql2: 'default-libmysqlclient-dev gcc libc6-dev make > libmariadb3',
  nio4r: 'gcc libc6-dev make',
  nokogiri: 'gcc libc6-dev libxml2-dev libxslt1-dev make patch pkg-config zlib1g-dev > libxml2 libxslt1.1',
  pg: 'gcc libc6-dev libpq-dev make > libpq5',
  psych: 'gcc libc6-dev libyaml-dev make > libyaml-0-2',
  puma: 'gcc libc6-dev libssl-dev make',
  racc: 'gcc libc6-dev make',
  rmagick: 'g++ libmagickwand-dev make pkg-config > libmagickwand-dev',
  rugged: 'cmake gcc libc6-dev libssl-dev make pkg-config',
  sqlite3: 'gcc libc6-dev libsqlite3-dev make > libsqlite3-0',
  stringio: 'gcc libc6-dev make',
  'websocket-driver': 'gcc libc6-dev make',
}
