/**
 * What keeps a stage on its distribution: where it is seen, a move to Alpine, or from Ubuntu to Debian, is refused.
 * Source: documented failures with their threads (2014-2026), packaging of Alpine (aports) and Debian, and 10,378 public
 * Dockerfiles, November 2026. A pattern looks at one instruction, comments apart, or at a script that is copied in: it may see a
 * hazard where there is none, which costs a change; it must not overlook one.
 */

/** Where a move would lead. */
export type MoveTarget = 'alpine' | 'debian'

export interface Hazard {
  readonly on: readonly MoveTarget[]
  /** What it is, for the page of a transform: a noun phrase. */
  readonly what: string
  /** Why it cannot move, behind `line 5 `: `calls \`x\`, ...`. */
  readonly because: string
  /** Programs that are called, as patterns of the name without its folder. */
  readonly programs?: RegExp
  /** Of these base images alone. */
  readonly images?: RegExp
  /** In the text of an instruction or script. */
  readonly text?: RegExp
  /** Names of packages that apt installs. */
  readonly packages?: RegExp
}

const both = ['alpine', 'debian'] as const
const alpine = ['alpine'] as const
const debian = ['debian'] as const

export const hazards: readonly Hazard[] = [
  {
    on: both,
    what: 'Launchpad’s archives for Ubuntu (PPAs) and `add-apt-repository`',
    because: 'adds a package source that serves Ubuntu alone',
    programs: /^(add-apt-repository|apt-add-repository|pro|ua)$/,
    text: /\bppa:|ppa\.launchpad/,
    packages: /^(software-properties-common|python-software-properties)$/,
  },
  {
    on: both,
    what: 'package sources, keys and preferences of apt',
    because: 'changes where apt takes packages from',
    programs: /^apt-key$/,
    text: /\/etc\/apt\b|\bsources\.list\b|signed-by=|archive\.ubuntu|security\.ubuntu|ports\.ubuntu|(archive|deb|security|snapshot|ftp\.\w+)\.debian\.org|keyserver|\/setup_[\w]+\.(x|sh)\b|nodesource|packages\.microsoft|download\.docker\.com|packagecloud|\.list\.d\b/,
  },
  {
    on: both,
    what: 'packages from files (`.deb`)',
    because: 'installs a package from a file',
    programs: /^(gdebi|alien)$/,
    text: /\.deb\b|\bdpkg\s+(-\w*i|--install|--unpack)\b/,
    packages: /^(gdebi(-core)?|alien)$/,
  },
  {
    on: both,
    what: 'names of the distribution or its release in commands (`lsb_release`, `/etc/os-release`, code names)',
    because: 'asks for the distribution by name',
    programs: /^lsb_release$/,
    text: /os-release|lsb[-_]release|VERSION_CODENAME|UBUNTU_CODENAME|debian_version|DISTRIB_|\/etc\/issue\b/,
  },
  {
    on: both,
    what: 'services, systemd, init scripts and schedules of cron',
    because: 'runs or sets up a service the way of its distribution',
    programs:
      /^(service|systemctl|invoke-rc\.d|update-rc\.d|initctl|start-stop-daemon|cron|crontab|snap|runsvdir|runit)$/,
    text: /\/etc\/(init|init\.d|cron\S*|systemd|rc\d?\.d|rc\.local|service)\b|\/lib\/systemd|\/sbin\/init\b|policy-rc\.d/,
    packages: /^(systemd|init|sysvinit|upstart|snapd?|runit|initscripts)(-|$)/,
  },
  {
    on: alpine,
    what: 'the SSH server: its host keys are made when Debian installs it',
    because: 'installs the SSH server, for which Alpine makes no host keys',
    packages: /^(openssh-server|ssh|dropbear)$/,
  },
  {
    on: alpine,
    what: 'tools of dpkg, debconf and the alternatives',
    because: 'uses a tool that belongs to Debian',
    programs:
      /^(dpkg-.*|debconf.*|apt-(mark|cache|config|file|ftparchive)|aptitude|tasksel|update-alternatives|ucf|deb-systemd-.*|run-parts|update-java-alternatives|java-config|cert-sync|a2.*|php(en|dis)mod|py3?compile|update-passwd|ischroot|savelog)$/,
    text: /\/var\/lib\/(dpkg|dbconfig)|\/usr\/share\/doc\b|\/etc\/(dpkg|alternatives|debconf|ucf)\b|dpkg\b/,
  },
  {
    on: alpine,
    what: 'locales: musl knows UTF-8 alone and no collation',
    because: 'sets up a locale, and musl knows UTF-8 alone',
    programs: /^(locale-gen|update-locale|localedef|locale|validlocale)$/,
    text: /\blocale-gen\b|\blocaledef\b|update-locale|\/etc\/(default\/)?locale|locale\.gen|i18n|\b(LANG|LANGUAGE|LC_[A-Z]+)[= ]["']?(?!C\b|POSIX|en\b|en_US|en_GB)[A-Za-z$]/,
    packages: /^(locales(-all)?|language-pack-.*)$/,
  },
  {
    on: debian,
    what: 'locales and language packs: Ubuntu sets them up in its own way',
    because: 'sets up a locale in Ubuntu’s way',
    programs: /^(locale-gen|update-locale)$/,
    packages: /^(language-pack-.*|locales)$/,
  },
  {
    on: alpine,
    what: 'programs that are downloaded or copied in as built for glibc',
    because: 'brings a program that may be built for glibc',
    text: /https?:\/\/\S*(linux|x86[-_]64|amd64|x64|gnu)|linux-gnu|linux64|\.run\b|\.AppImage|ld-linux|\/lib64\b|glibc|\bexport\s+ARCH\b/i,
  },
  {
    on: alpine,
    what: 'scripts from the network: they look for apt, yum or glibc',
    because: 'runs a script that it downloads',
    text: /\b(curl|wget)\b[^;&]*\|\s*(sudo\s+)?(ba|da|z|a)?sh\b|\b(ba|da|z)?sh\s+-c\s+["']?\$\((curl|wget)|<\s*\((curl|wget)/,
  },
  {
    on: alpine,
    what: 'paths of libraries, other allocators and the loader’s cache',
    because: 'depends on where and how glibc loads libraries',
    programs: /^(ldconfig|prelink|patchelf)$/,
    text: /LD_PRELOAD|LD_LIBRARY_PATH|MALLOC_|jemalloc|tcmalloc|(x86_64|aarch64|arm)-linux|\/etc\/ld\.so/,
  },
  {
    on: both,
    what: 'other architectures on one system (`:i386`, multilib)',
    because: 'installs packages of another architecture',
    text: /:i386\b|--add-architecture|binfmt|qemu-\w+-static/,
    packages: /^(lib32|lib64|libx32|ia32-)|-multilib$|-cross$/,
  },
  {
    on: alpine,
    what: 'conda and its relatives: their packages are built for glibc',
    because: 'uses conda, whose packages are built for glibc',
    programs: /^(conda|mamba|micromamba)$/,
    text: /\b(ana|mini)?conda\d?\b|\bmamba\b|miniforge|mambaforge/i,
  },
  {
    on: both,
    what: 'CUDA and other stacks of a vendor’s hardware',
    because: 'uses a stack that its vendor builds for certain distributions',
    text: /\bcuda|cudnn|nvidia|\bnccl\b|tensorrt|\brocm\b|oneapi|openvino|\bmkl\b/i,
    packages: /^(cuda|libcudnn|nvidia|libnccl|libcublas|intel-mkl|intel-oneapi|rocm)/,
  },
  {
    on: alpine,
    what: 'programs that vendors build for glibc alone (Oracle, DB2, SQL Server, agents, cloud tools)',
    because: 'uses a program that its vendor builds for glibc alone',
    text: /instantclient|oracle[-_]?(java|jdk|client)|cx_Oracle|\bdb2\b|ibm_db|msodbcsql|mssql|newrelic|datadog|dynatrace|appdynamics|splunk|mongodb-org|google-cloud-sdk|gcloud|awscli|azure-cli|steamcmd|steam|matlab|wine/i,
  },
  {
    on: alpine,
    what: 'browsers and what drives them: puppeteer, playwright, cypress, electron',
    because: 'uses a browser that is built for glibc',
    text: /google-chrome|chromium|chromedriver|geckodriver|puppeteer|playwright|cypress|selenium|electron|phantomjs|xvfb/i,
    packages: /^(google-chrome|chromium|firefox|xvfb)/,
  },
  {
    on: alpine,
    what: 'daemons whose files are laid out otherwise (Apache, PHP, MySQL, PostgreSQL, supervisor ...)',
    because: 'names a file that Alpine has elsewhere',
    text: /sites-(available|enabled)|(conf|mods)-(available|enabled)|(?<!\/usr\/local)\/etc\/(apache2|php\S*|mysql|postgresql|supervisor|redis|memcached|default|ssh|sudoers\S*|pam\.d|security|ssl\/private|rsyslog\S*|logrotate\S*|samba|bind|dovecot|postfix|vsftpd\S*|proftpd|squid\S*|tor|openvpn|ldap|fonts|X11|tomcat\S*|mongod?\S*|varnish|munin|nagios\S*|icinga\S*|zabbix|asterisk)\b|\/var\/lib\/(mysql|postgresql)|\/var\/log\/(apache2|supervisor)|\/usr\/lib\/(postgresql|jvm|python|php|node_modules|cgi-bin)|\/usr\/share\/(php|java|perl)|\/run\/(php|sshd|mysqld)|mkdir\s[^;&]*\/var\/run\/\w+d\b/,
  },
  {
    on: alpine,
    what: 'the folders of nginx and of web pages, where apt installs the server',
    because: 'names a folder that the server of Alpine does not use',
    images: /^(debian|ubuntu)$/,
    text: /\/etc\/nginx|\/var\/www|\/var\/log\/nginx|\/var\/lib\/redis/,
  },
  {
    on: debian,
    what: 'paths with the version of a language or server in them',
    because: 'names a path with a version in it',
    text: /\/(php|postgresql|python|ruby|jvm|llvm|gcc|perl|node|tomcat|lua|mysql|mariadb)[-/]?\d|\/jvm\/|java-\d+-openjdk/,
  },
  {
    on: alpine,
    what: 'the numbers 33, 100, 101 and 65534 for users: on Alpine they are others',
    because: 'names a user by a number that is another one on Alpine',
    text: /\b(chown|chgrp|--chown|USER|useradd|usermod)\b[^;&]*[\s=:](33|100|101|65534)(?=[:\s]|$)/,
  },
  {
    on: debian,
    what: 'the name of Ubuntu or of one of its releases, also as that of a user',
    because: 'names Ubuntu or one of its releases',
    text: /ubuntu|\b(bionic|focal|jammy|kinetic|lunar|mantic|noble|trusty|xenial)\b/i,
  },
  {
    on: both,
    what: 'sudo and its rules',
    because: 'uses sudo, whose rules differ',
    programs: /^(sudo|visudo)$/,
    packages: /^sudo$/,
  },
  {
    on: alpine,
    what: 'the name service switch: LDAP, sssd, nscd',
    because: 'uses the name service switch, which musl does not have',
    text: /nsswitch|libnss|\bsssd\b|\bnscd\b|\bnss[-_]/,
  },
  {
    on: alpine,
    what: '.NET and ICU, whose data Alpine splits',
    because: 'uses .NET, whose images on Alpine know no cultures',
    programs: /^dotnet$/,
    text: /\bdotnet\b|DOTNET_/,
  },
  {
    on: alpine,
    what: 'Prisma’s engines, of which each C library has its own',
    because: 'uses Prisma, whose engines are built for one C library',
    text: /\bprisma\b/i,
  },
  {
    on: alpine,
    what: 'arguments in `DEBIAN_FRONTEND` and the like that steer apt where it is not called',
    because: 'steers apt',
    text: /\bAPT_|\bapt\.conf|Acquire::|APT::|dist-upgrade\b.*\|\|/,
  },
  {
    on: alpine,
    what: 'kernels, modules, firmware and virtual machines',
    because: 'reaches for the kernel of its distribution',
    programs: /^(modprobe|depmod|insmod|dkms|kvm|qemu-.*|virsh|update-initramfs|update-grub)$/,
    packages: /^(linux-(image|headers|modules|tools)|dkms|qemu|grub|initramfs)/,
  },
  {
    on: alpine,
    what: 'time zones of `/etc/timezone`',
    because: 'sets the time zone the way of Debian',
    text: /\/etc\/timezone|dpkg-reconfigure/,
  },
  {
    on: alpine,
    what: 'iconv with transliteration',
    because: 'converts text with transliteration, which musl does not know',
    text: /\/\/(TRANSLIT|IGNORE)/,
  },
  {
    on: debian,
    what: '`pip install` among the packages of apt, which Debian refuses from bookworm on',
    because: 'installs by `pip` among the packages of apt, which bookworm refuses',
    text: /(\bpip[\d.]*|-m[\s",]+pip[\d.]*)[\s",][^;&|]*\binstall\b(?!.*--break-system-packages)|\bsetup\.py\b|PIP_/,
  },
  {
    on: debian,
    what: 'packages of Ubuntu’s multiverse that are not free in Debian',
    because: 'installs what Debian keeps outside of its main archive',
    packages: /^(unrar|rar|p7zip-rar|ttf-mscorefonts-installer|msttcorefonts|ubuntu-.*|.*-ubuntu)$/,
  },
]

/** What keeps a stage from a move, one line each, for the page of a transform. */
export const hazardsFor = (target: MoveTarget): readonly string[] =>
  hazards.flatMap(({ on, what }) => (on.includes(target) ? [what] : []))
