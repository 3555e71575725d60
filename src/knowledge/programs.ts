/**
 * Programs that are known not to call apt behind one's back.
 * Source: the tools that RUNs of some 12,000 public
 * Dockerfiles name most, each judged by what it does; November 2026. Commands of Debian's base are in `commands.ts`. Not here: rvm, ruby-install, opam, rosdep and
 * others that install system packages.
 */
export function callsNoInstaller(name: string): boolean {
  return tools.has(name) || versioned.test(name)
}

const versioned =
  /^(python|pip|easy_install|ruby|gem|php|perl|node|gcc|g\+\+|clang)[\d.-]+$|^docker-php-|^php\d*(en|dis)mod$|^a2(en|dis)(mod|site|conf)$/

const tools = new Set(
  (
    '7z 7zr a2query ant apk aws az bazel bower bsdtar bundle bundler cabal cargo cmake composer conda cpan cpanm cpio createdb ' +
    'createuser crontab ctest deactivate django-admin docker docker-compose dos2unix dotnet dub easy_install ffmpeg ffprobe ' +
    'firefox fish freshclam gcloud gem ghc go godep gosu govendor gpg2 gradle grunt gsutil gulp helm htpasswd initdb ionic ' +
    'ipython jar java javac jq julia jupyter kubectl lein locale-gen lsb_release luarocks make mamba meson micromamba mix mkpasswd ' +
    'mono mvn mysql mysqladmin mysqldump nc nimble ninja node nodeenv nodejs npm nuget nvim nvm pandoc patchelf pear pecl ' +
    'php php-config phpize phpunit pip pip2 pip3 pipenv poetry postconf psql pwgen pyenv pypy pypy3 pytest python python2 ' +
    'python3 qmake raco rails rake rbenv Rscript rsync ruby rustc rustup rustfmt samtools sass sbt scons sdkmanager ' +
    'setcap sqlite3 stack sudo swift terraform tlmgr tox update-java-alternatives update-locale updatedb upx uv vim virtualenv ' +
    'wine winetricks wp xvfb-run yarn yo zip zsh break apache2ctl fc-cache gunicorn celery flask uvicorn tini dumb-init ' +
    'google-chrome chromedriver alien gdal-config mysql_install_db pg_createcluster pg_dropcluster rabbitmq-plugins service'
  ).split(' '),
)
