/** Commands that run another one, which their words or their input name. */
export const runners =
  /^(sh|bash|dash|ash|zsh|su|runuser|gosu|su-exec|chroot|xargs|eval|timeout|script|expect|nohup|setsid|flock|parallel|watch|source|\.|docker-entrypoint\.sh)$/
export const shells = /^(sh|bash|dash|ash|zsh)$/
export const interpreters = /^(python[\d.]*|node|nodejs|ruby|perl|pypy3?|elixir|escript|java|iex)$/
export const compilers =
  /^(make|cmake|gcc|g\+\+|cc|c\+\+|cpp|ld|ar|as|autoconf|automake|autoreconf|libtool\w*|pkg-config|mvn|gradle)$/
/** Those that stop where there is no compiler. */
export const looksForCompiler = /^(configure|cmake)$/
/** Commands that bring files from elsewhere. */
export const fetchers = /^(curl|wget|git|svn|hg|tar|unzip|scp|rsync|gsutil|aws)$/
/** Modules of Python itself that call nothing. */
export const ownModules = /^(http\.server|json\.tool|compileall|venv|site|zipfile|tarfile|base64|this)$/
/** Variables that decide how something is built, or where certificates lie. */
export const deciding =
  /^(PIP_NO_BINARY|PIP_NO_BUILD_ISOLATION|PIP_CONFIG_FILE|npm_config_build_from_source|CC|CXX|LD_PRELOAD|LD_LIBRARY_PATH|GIT\w*|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|--use-(openssl|system)-ca)$/i

/** Programs that load the modules of Python that they are told to. */
export const loadsModules =
  /^(gunicorn|uvicorn|hypercorn|daphne|flask|fastapi|celery|waitress-serve|uwsgi|streamlit|django-admin|dramatiq|pytest|scrapy|locust)$/

/** Programs that run commands which stand in a file of theirs. */
export const supervises =
  /^(supervisord|honcho|circusd|tox|nox|fab|invoke|inv|doit|ansible[\w-]*|pre-commit)$/

/** Programs without which a program of the slim image is known to fail. */
export const callsAlong = (program: string): readonly string[] => (/^cpanm?$/.test(program) ? ['make'] : [])
