import fc from 'fast-check'

/** What stages on one kind of base are like. */
export interface Distribution {
  readonly images: fc.Arbitrary<string>
  /** Commands of its RUNs. */
  readonly commands: readonly string[]
  /** RUNs that belong together: each is a list of commands. What begins with COPY, CMD or ENTRYPOINT is an instruction of its own. */
  readonly stories: readonly (readonly (readonly string[])[])[]
  /** What its stages may end with. */
  readonly ending?: string
}

const lists = 'rm -rf /var/lib/apt/lists/*'
const files = [
  'true',
  'mkdir -p /opt/x',
  'cd /opt/x',
  'useradd --system app',
  'chmod +x /usr/local/bin/tool',
  'echo "a # b" > /etc/conf',
  "printf 'ü %s' 🐳 \\'",
  'rm -rf /tmp/*',
  'set -ex',
  'ln -s /opt/x /x',
  'curl -fsSL https://example.org/i.sh | sh',
]
const download = [
  ['curl -fsSL -o /tmp/x.tar.gz https://example.org/x-$VERSION.tar.gz'],
  ['tar -xzf /tmp/x.tar.gz -C /opt'],
  ['rm -f /tmp/x.tar.gz'],
]

export const debian: Distribution = {
  images: fc.constantFrom(
    'debian:bookworm',
    'debian:bookworm-slim',
    'debian',
    'debian:12',
    'ubuntu:24.04',
    'docker.io/library/debian:trixie',
    'debian:trixie-slim',
    'DEBIAN:buster',
  ),
  commands: [
    'apt-get update',
    'apt-get install -y curl',
    'apt-get install -y git ca-certificates gcc',
    'apt-get install --no-install-recommends -y python3 "jq" vim=2:9.0',
    'apt-get -qq -y install vendor-tool $PACKAGES',
    'sudo apt-get install curl',
    'apt update',
    'apt-get upgrade -y',
    'apt-get clean',
    'apt-get purge -y --auto-remove gcc',
    'aptitude install -y make',
    lists,
    'rm -rf /var/lib/apt/lists/* /tmp/x /var/cache/apt/archives/*.deb',
    ...files,
  ],
  stories: [
    [['apt-get update'], ['apt-get install -y curl git'], [lists]],
    [
      ['apt-get update', 'apt-get install -y gcc libc6-dev'],
      ['gcc -o /a a.c'],
      ['apt-get purge -y gcc', lists],
    ],
    [
      ['apt-get update', 'apt-get install -y nginx', lists],
      ['apt-get update', 'apt-get install -y jq'],
    ],
    [
      ['apt-get update', 'apt-get install -y curl'],
      ['useradd app'],
      ['apt-get install -y unzip'],
      ['apt-get clean', lists],
    ],
    [['apt-get update', 'apt-get install -y --no-install-recommends ca-certificates curl'], ['echo done']],
    [['COPY x.tgz /tmp/'], ['tar -xzf /tmp/x.tgz -C /opt', 'rm /tmp/x.tgz'], ['useradd app']],
    [
      ['apt-get update', 'apt-get install -y gcc make'],
      ['COPY a.c Makefile /tmp/'],
      ['make -C /tmp'],
      ['apt-get purge -y gcc make'],
    ],
    [['apt-get update', 'apt-get install -y gcc'], ['COPY . /src'], ['make -C /src', 'apt-get purge -y gcc']],
    [
      ['apt-get update', 'apt-get install -y nodejs', 'useradd --system app'],
      ['COPY src /code'],
      ['chown -R app:app /code', 'chmod +x /code/run'],
    ],
    [
      ['apt-get update', 'apt-get install -y curl', 'curl -o /opt/x file:///x', lists],
      ['ENTRYPOINT ["daemon"]'],
    ],
    download,
  ],
}

/** A base of another distribution of the same age. */
export const ubuntu: Distribution = {
  images: fc.constantFrom('ubuntu:22.04', 'ubuntu:jammy'),
  commands: ['apt-get update', 'apt-get install -y curl', 'mkdir -p /opt/x', lists],
  stories: [
    [['apt-get update', 'apt-get install -y git'], [lists]],
    [['useradd -m app', 'chown app /opt']],
    [['COPY x.tgz /x.tgz'], ['tar xf /x.tgz -C /opt', 'rm /x.tgz']],
  ],
  ending: 'CMD ["sh"]',
}

/** Bases that can move to another distribution. */
export const toolbox: Distribution = {
  images: fc.constantFrom('debian:bookworm', 'debian:trixie-slim', 'ubuntu', 'ubuntu:24.04'),
  commands: [
    'apt-get update',
    'apt-get install -y curl',
    'apt-get clean',
    'mkdir -p /opt/x',
    'groupadd -r app',
    'adduser --disabled-password --gecos "" app',
    'ls -la /opt',
    lists,
  ],
  stories: [
    [['apt-get update', 'apt-get install -y --no-install-recommends curl \t jq apt-utils'], [lists]],
    [['apt-get update'], ['apt-get install git -y'], ['git --version']],
    [['useradd -m -u 1000 app', 'chown app /opt']],
    [['COPY x.tgz /tmp/'], ['tar -xzf /tmp/x.tgz -C /opt', 'rm -f /tmp/x.tgz', 'ls -la /opt']],
    [['apt-get update', 'apt-get install -y unzip', 'unzip x.zip', 'apt-get remove -y unzip']],
    [['apt-get update', 'apt-get install -y gcc make', 'make -C /usr/src', lists], ['ENTRYPOINT ["daemon"]']],
  ],
  ending: 'CMD ["sh"]',
}

export const alpine: Distribution = {
  images: fc.constantFrom('alpine:3.20', 'alpine', 'python:3.12-alpine', 'alpine:3.2', 'nginx:alpine'),
  commands: [
    'apk update',
    'apk add bash',
    'apk add --no-cache curl jq',
    'apk add -U git openssh-client',
    'apk add --update --virtual .build-deps gcc musl-dev',
    'apk --no-progress upgrade',
    'apk del .build-deps',
    'rm -rf /var/cache/apk/*',
    'rm -rf /tmp/* /var/cache/apk/*',
    'apk search foo',
    'apk add $PACKAGES',
    ...files,
  ],
  stories: [
    [['apk update'], ['apk add bash curl'], ['rm -rf /var/cache/apk/*']],
    [['apk add --update git', 'git clone https://example.org/x.git', 'rm -rf /var/cache/apk/*']],
    [['apk add --no-cache gcc make musl-dev', 'make install'], ['ENTRYPOINT ["daemon"]']],
    [['apk add --no-cache gcc musl-dev'], ['gcc -o /a a.c'], ['apk del gcc musl-dev']],
    [
      ['apk add --no-cache --virtual .build-deps gcc'],
      ['COPY --from=0 /a.c /src/x/'],
      ['gcc /src/x/a.c', 'apk del .build-deps'],
    ],
    download,
  ],
}

export const languages: Distribution = {
  ending: 'CMD ["python3", "-m", "http.server"]',
  images: fc.constantFrom(
    'python:3.12',
    'python:3.12-bookworm',
    'python:3.11-slim',
    'node:22',
    'node:22-bookworm',
    'ruby:3.3',
    'python',
    'library/python:3.13-trixie',
    'node:6-onbuild',
    'python:3-onbuild',
    'perl:5.40',
  ),
  commands: [
    'pip install --no-cache-dir flask',
    'pip install -r requirements.txt',
    'npm ci',
    'python -c "import flask"',
    'gem install rake',
    'git --version',
    'curl -fsSL https://example.org/x -o /x',
    'apt-get update',
    'apt-get install -y curl git',
    ...files,
  ],
  stories: [
    [['pip install --no-cache-dir flask requests'], ['mkdir -p /srv/data', 'chown -R nobody /srv/data']],
    [
      ['apt-get update', 'apt-get install -y libpq-dev', lists],
      ['pip install psycopg2'],
      ['apt-get purge -y libpq-dev'],
    ],
    [['useradd app'], ['mkdir /srv/x']],
    [['apt-get update', 'apt-get install -y gcc'], ['COPY . /src'], ['make -C /src', 'apt-get purge -y gcc']],
    [['git clone https://example.org/x.git /srv/x'], ['make -C /srv/x install']],
    [
      ['apt-get update', 'apt-get install -y gcc'],
      ['apt-get install -y libpq-dev'],
      ['pip install --no-cache-dir flask psycopg2'],
      ['mkdir -p /srv/x'],
      ['COPY . /srv/x'],
    ],
    [['COPY x.tgz /tmp/'], ['tar xzf /tmp/x.tgz -C /opt', 'rm /tmp/x.tgz', 'ln -s /opt/x /x']],
    [['COPY . /code'], ['chown -Rv 1000:1000 /code']],
  ],
}

/** Services of Node, whose package.json lies in the build context. */
export const services: Distribution = {
  ending: 'CMD ["node", "app.js"]',
  images: fc.constantFrom('node:22', 'node:20-slim', 'node:10', 'node:22-alpine'),
  commands: ['mkdir -p /data', 'npm cache clean --force', 'chmod 755 /data', 'touch /data/x'],
  stories: [
    [['COPY package.json ./'], ['npm ci']],
    [['COPY package.json /'], ['npm install --no-audit', 'npm cache clean --force']],
  ],
}

export const java: Distribution = {
  images: fc.constantFrom('eclipse-temurin:17-jdk', 'eclipse-temurin:21', 'openjdk:11-jdk', 'openjdk:8'),
  commands: ['useradd app', 'mkdir -p /data', 'javac Main.java', 'apt-get update', 'chmod 755 /app.jar'],
  stories: [
    [['mkdir -p /srv/x'], ['COPY app.jar /app.jar'], ['CMD java -jar /app.jar']],
    [['useradd --system app'], ['CMD ["java", "-jar", "/app.jar"]']],
  ],
}

/** Programs that are built in the image that runs them. */
export const compiled: Distribution = {
  ending: 'CMD ["x"]',
  images: fc.constantFrom('golang:1.22-bookworm', 'golang:1.21', 'golang:1.20-alpine3.18', 'debian:bookworm'),
  commands: [
    'mkdir -p /data',
    'useradd --system app',
    'go vet ./...',
    'apt-get update',
    'chmod +x /usr/local/bin/x',
  ],
  stories: [
    [['COPY . /src/x'], ['cd /src/x', 'CGO_ENABLED=0 go build -o /usr/local/bin/x .']],
    [
      ['apt-get update', 'apt-get install -y gcc libpq-dev curl', lists],
      ['COPY x.c /src/'],
      ['gcc -o /usr/local/bin/x /src/x.c -lpq', 'rm -rf /src'],
    ],
    [
      ['apt-get update && apt-get install -y golang-go ca-certificates'],
      ['COPY main.go go.mod /src/'],
      ['useradd app', 'CGO_ENABLED=0 go build -o /usr/local/bin/x /src/main.go'],
    ],
  ],
}

/** A base of which nothing is known. */
export const unknown: Distribution = {
  images: fc.constantFrom(
    'example.org:5000/team/base:1',
    'centos:7',
    'mcr.microsoft.com/windows/servercore:ltsc2022',
    'golang',
  ),
  commands: [...debian.commands, 'yum install -y make', 'yum clean all'],
  stories: [[['yum install -y make'], ['yum clean all']], ...debian.stories],
}
