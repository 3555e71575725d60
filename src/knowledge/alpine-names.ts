/**
 * Tables of package names: Debian and Ubuntu on the left, Alpine on the right.
 * Source: curated by hand from 2,413 names that real Dockerfiles install, and agreement of other tables with upstream names
 * (`high` agreed with the hand-made part in 98.9 % of names, `medium` in 95.4 %), November 2026; presence from the package
 * lists of main and community of Alpine 3.19 and of its development in 2025-07 and 2026-08.
 */

/** `lib*-dev > *-dev` says how a word makes the two names; without `>` they are one; `others` are `name=name,name`. */
export type NameTable = Readonly<Record<string, string>>

/** The package lists that a release lies between: what both hold, it holds. 3.19 has a list of its own. */
export const alpineLists: Readonly<Record<string, string>> = {
  '3.19': '3.19',
  '3.20': '3.19 2025-07',
  '3.21': '3.19 2025-07',
  '3.22': '3.19 2025-07',
  '3.23': '2025-07 2026-08',
  '3.24': '2025-07 2026-08',
}

/** Names of the tables below that a list lacks. */
export const absentFrom: Readonly<Record<string, string>> = {
  '3.19': `
    aspnetcore8-runtime ceres-dev dotnet8-runtime dotnet8-sdk espeak-ng fastfetch flint-dev font-lato gosu
    handbrake lcov libdatrie libfyaml-dev libraqm-dev libspatialindex libspatialindex-dev libthai llvm-dev
    mailutils mono mono-dev nauty-dev neko-dev openjdk25-jdk php84 php84-apache2 php84-bcmath php84-bz2
    php84-cli php84-curl php84-dev php84-dom php84-fpm php84-gd php84-gmp php84-intl php84-ldap
    php84-mbstring php84-mysqli php84-opcache php84-pdo_mysql php84-pdo_pgsql php84-pdo_sqlite php84-pear
    php84-pecl-imagick php84-pecl-imap php84-pecl-memcached php84-pecl-redis php84-pecl-xdebug php84-pgsql
    php84-simplexml php84-soap php84-sqlite3 php84-tidy php84-xml php84-xmlreader php84-xmlwriter php84-xsl
    php84-zip pixz postgresql17-client py3-pytest-dependency py3-zxing-cpp rabbitmq-server stack tcc
    texlive-binextra texmf-dist-fontsrecommended xcb-util-renderutil xcb-util-renderutil-dev yq-go zig`,
  '2025-07': `
    ceres-dev erlang-dev flint-dev font-lato libfyaml-dev libspatialindex libspatialindex-dev nauty-dev
    neko-dev openjdk25-jdk xcb-util-renderutil xcb-util-renderutil-dev`,
  '2026-08': 'erlang-dev',
}

/** Busybox or the base of Alpine does it. */
export const builtins = `
  cron debianutils hostname libc-bin libc6 ncompress netbase ntpdate realpath time traceroute`

/** Nothing but apt, dpkg or the boot of a Debian system uses them. */
export const dropped = `
  apt apt-file apt-show-versions apt-transport-https apt-utils aptitude base-files base-passwd
  command-not-found debconf debconf-utils debian-archive-keyring debian-keyring deborphan
  init-system-helpers keyboard-configuration localepurge lsb-base needrestart popularity-contest
  python-software-properties software-properties-common sysvinit-utils ubuntu-keyring ubuntu-minimal
  ubuntu-standard unattended-upgrades`

/** Names that have no equal, by why. */
export const missing: Readonly<Record<string, string>> = {
  'Alpine has no packages of other architectures': 'libc6-dev-i386 libc6-i386 steamcmd',
  'it makes or handles packages of Debian': `
    alien aptly cdbs checkinstall debhelper devscripts dh-make dh-python dput equivs gdebi gdebi-core
    git-buildpackage lintian python3-apt python3-software-properties reprepro ubuntu-dev-tools`,
  'it needs systemd, or another service manager or name service that Alpine lacks': `
    initscripts insserv libnss-mdns libsystemd-dev systemd systemd-sysv upstart`,
  'it left Alpine, or this version of it did': `
    bzr dotnet-sdk-6.0 gconf-service libapache2-mod-wsgi libavresample-dev libdb4.8++-dev libdb4.8-dev
    libgconf-2-4 libgconf2-4 libgconf2-dev libgnome-keyring-dev libgnome2-0 libpangox-1.0-0 libpng12-0
    libpng3 libqt4-dev libqtwebkit-dev libssl0.9.8 libssl1.0-dev libssl1.0.0 libssl1.0.2 libssl1.1
    libtinfo5 libwebkit2gtk-4.0-dev mongodb openjdk-6-jdk openjdk-7-jdk openjdk-7-jdk-headless
    openjdk-7-jre openjdk-7-jre-headless packer php-apc terraform unrar vault wkhtmltopdf xulrunner`,
  'it is in the testing repository of Alpine only': `
    catdoc clinfo cowsay cscope daemontools dart fonts-firacode fpc google-perftools gprbuild hexedit
    libapache2-mod-perl2 libgoogle-perftools-dev libmhash-dev libmhash2 libpcl-dev libtcmalloc-minimal4
    policycoreutils pypy pypy3 swi-prolog wmctrl`,
  'no package of Alpine is known to be the same': `
    bpython ca-certificates-mono cassandra chef clisp clojure coffeescript consul dsniff erlang-solutions
    fabric flashplugin-installer fonts-arphic-ukai fonts-arphic-uming fonts-indic fonts-kacst fonts-nanum
    fonts-powerline fonts-symbola fonts-takao fonts-ubuntu fonts-unfonts-core fonts-wqy-microhei gauche
    gnustep groovy hadolint hping3 incron influxdb ipython isc-dhcp-client jed julia kotlin leiningen
    libapache2-mod-auth-openidc libapache2-mod-fastcgi libapache2-mod-fcgid libapache2-mod-rpaf
    libapache2-mod-security2 libapache2-mod-shib2 libappindicator1 libavahi-compat-libdnssd-dev
    libbotan-2-dev libc-client-dev libc-client2007e-dev libclass-dbi-perl libcrypt-ssleay-perl
    libgnutls-openssl27 libhttp-parser-dev libindicator7 libmodule-install-perl libmpich-dev libosmesa6
    libqt5webkit5-dev libscrypt-dev libsoup2.4-dev libsqlite0-dev libsqlite3-mod libt1-dev
    libzookeeper-mt-dev lsb-core mcrypt mlton mongodb-clients mpich netsniff-ng nginx-extras node-gyp ntp
    p0f p7zip-rar pdftk php8.3-imap php8.3-mcrypt php8.3-xmlrpc php8.4-mcrypt php8.4-xmlrpc puppet
    qemu-user-static rails rename sbt scala siege smlnj sqlmap ssl-cert statsd toilet ttf-ancient-fonts
    ttf-unfonts-core ttf-wqy-microhei ubuntu-restricted-extras unoconv unrar-free vagrant virtualbox
    wamerican wbritish wdiff wipe wv xfonts-intl-chinese zookeeper zookeeperd`,
}

/** What works otherwise than in Debian, where the package is there. */
export const differences: Readonly<Record<string, string>> = {
  adduser: 'it brings useradd; adduser itself is the one of busybox, with other options',
  apache2: 'sites and modules are set up in /etc/apache2/conf.d, without a2enmod and a2ensite',
  cron: 'busybox crond reads /etc/crontabs, without a column for the user',
  'default-jdk': 'the version: 21, as in trixie; bookworm has 17',
  'default-jdk-headless': 'the version: 21, as in trixie; bookworm has 17',
  'default-jre': 'the version: 21, as in trixie; bookworm has 17',
  'default-jre-headless': 'the version: 21, as in trixie; bookworm has 17',
  'default-mysql-client': 'it is the client of MariaDB',
  'default-mysql-server': 'it is MariaDB',
  'exuberant-ctags': 'it is universal-ctags',
  ftp: 'the command is lftp',
  gnupg1: 'it is GnuPG 2',
  'inetutils-telnet': 'it is telnet of busybox',
  ksh: 'it is loksh, a smaller Korn shell',
  'language-pack-en': 'musl knows UTF-8 alone',
  'language-pack-en-base': 'musl knows UTF-8 alone',
  libc6: 'programs built for glibc do not run',
  libjemalloc1: 'its library lies in /usr/lib, without the folder of the architecture',
  libjemalloc2: 'its library lies in /usr/lib, without the folder of the architecture',
  locales: 'there is no locale-gen, update-locale nor localedef; musl knows UTF-8 alone',
  'locales-all': 'musl knows UTF-8 alone',
  'man-db': 'it is mandoc',
  'mysql-client': 'it is the client of MariaDB',
  'mysql-client-5.6': 'it is the client of MariaDB',
  'mysql-server': 'it is MariaDB',
  'mysql-server-5.5': 'it is MariaDB',
  'mysql-server-5.6': 'it is MariaDB',
  neofetch: 'the command is fastfetch',
  netcat: 'it is the one of OpenBSD',
  'netcat-traditional': 'it is the one of OpenBSD, without -e and -c',
  nginx: 'sites are set up in /etc/nginx/http.d, and the user is nginx',
  'nginx-common': 'sites are set up in /etc/nginx/http.d, and the user is nginx',
  'nginx-full':
    'sites are set up in /etc/nginx/http.d, the user is nginx, and modules are packages of their own',
  'nginx-light': 'sites are set up in /etc/nginx/http.d, and the user is nginx',
  nodejs: 'the version is that of the Alpine release',
  ntpdate: 'it is ntpd of busybox, called otherwise',
  'openjdk-8-jdk': 'it lies in /usr/lib/jvm/java-1.8-openjdk',
  'openjdk-8-jdk-headless': 'it lies in /usr/lib/jvm/java-1.8-openjdk',
  'openjdk-8-jre': 'it lies in /usr/lib/jvm/java-1.8-openjdk',
  'openjdk-8-jre-headless': 'it lies in /usr/lib/jvm/java-1.8-openjdk',
  'openssh-server': 'no host keys are made at installation',
  postgresql: 'no cluster is made at installation, and there is no pg_ctlcluster',
  'postgresql-16': 'no cluster is made at installation, and there is no pg_ctlcluster',
  procps: 'busybox has ps, too: which one is called depends on the path',
  'python3-distutils': 'Python has none from 3.12 on',
  'python3-pip': 'pip refuses to install into the system (PEP 668)',
  'python3-venv': 'it is part of python3',
  'r-base': 'it brings no recommended packages of R',
  'redis-server': 'it is set up in /etc/redis.conf',
  sendmail: 'it is postfix',
  ssh: 'no host keys are made at installation',
  supervisor: 'it is set up in /etc/supervisord.conf and /etc/supervisor.d',
  telnet: 'it is telnet of busybox',
  'texlive-fonts-extra': 'it is all of TeX Live',
  'texlive-fonts-recommended': 'it is all of TeX Live',
  'texlive-latex-extra': 'it is all of TeX Live',
  time: 'it is the one of busybox',
  tini: 'it lies in /sbin',
  traceroute: 'it is the one of busybox',
  'vim-gtk': 'it has no window',
  'vim-tiny': 'it is all of vim',
  'x11-apps': 'it is xeyes alone',
  'x11-utils': 'it is xprop alone',
  'x11-xserver-utils': 'it is xrandr alone',
  'youtube-dl': 'the command is yt-dlp',
  yq: 'it is another yq, written in Go',
}

export const curated: NameTable = {
  '*': `
    acl aircrack-ng alsa-utils ansible antiword apache2 apache2-dev apache2-utils apg apparmor aria2
    arp-scan arping asciidoc asciidoctor aspell aspell-en astyle at attr autoconf automake avr-libc avrdude
    axel bash bash-completion bat bc binutils binutils-dev bison bluez bmon bridge-utils btrfs-progs
    buildah busybox byobu bzip2 ca-certificates cabextract cargo ccache certbot chromium
    chromium-chromedriver chrony cifs-utils clamav clamav-daemon clang cloud-init cmake collectd colordiff
    composer containerd coreutils cpio cppcheck cryptsetup crystal cups curl cvs dash dbus dbus-x11
    debootstrap dialog diffutils direnv dmd dmidecode dnsmasq docbook-xsl dos2unix dosfstools doxygen dpkg
    dpkg-dev dumb-init e2fsprogs ecl ed elinks elixir emacs emacs-nox entr erlang erlang-dev espeak
    espeak-ng etckeeper ethtool exiftool exiv2 expat expect fail2ban fakeroot fcgiwrap ffmpeg figlet file
    findutils firefox firefox-esr fish flac flex fluxbox fontconfig fortune freetds-dev fuse fuse3 fzf gawk
    gcc-arm-none-eabi gcc-avr gcovr gdb gettext ghc ghostscript gifsicle git git-email git-lfs git-svn
    gnome-keyring gnupg gnuplot gobject-introspection gosu gperf gpg gpg-agent gpgsm gpgv gradle grafana
    graphicsmagick graphviz graphviz-dev grep groff gzip haproxy haveged hdf5-tools hdparm helm help2man
    htop httpie hunspell hydra iftop imagemagick indent inotify-tools intltool iotop iperf iperf3 iproute2
    ipset iptables iputils-arping iputils-ping iputils-tracepath ipvsadm jenkins joe john jpegoptim jq
    keychain kmod kubectl lame lcov ldc less lftp libaio-dev libapparmor-dev libarchive-dev
    libarchive-tools libass-dev libassuan-dev libcap-dev libcap-ng-dev libcap2 libconfig-dev libdrm-dev
    libdwarf-dev libedit-dev libev-dev libevent-dev libexif-dev libffi-dev libfido2-dev libftdi1-dev
    libgit2-dev libgpg-error-dev libheif-dev libice-dev libidn2-dev libimagequant-dev libmaxminddb-dev
    libmcrypt-dev libmediainfo-dev libmemcached-dev libmicrohttpd-dev libmnl-dev libmodbus-dev
    libnotify-dev libogg-dev libpcap-dev libpng-dev libpq-dev libqrencode-dev libraqm-dev librdkafka-dev
    libreoffice libreoffice-calc libreoffice-writer libseccomp-dev libsecp256k1-dev libsm-dev
    libsndfile-dev libsodium-dev libspatialindex-dev libspatialite-dev libsrt-dev libssh-dev libtheora-dev
    libtirpc-dev libtool libunwind-dev libva-dev libvirt-dev libvorbis-dev libvpx-dev libwebp-dev
    libwebsockets-dev libx11-dev libxcomposite-dev libxcursor-dev libxdamage-dev libxext-dev libxfixes-dev
    libxft-dev libxi-dev libxinerama-dev libxkbcommon-dev libxkbfile-dev libxml2 libxml2-dev libxml2-utils
    libxmu-dev libxpm-dev libxrandr-dev libxrender-dev libxslt-dev libxt-dev libxtst-dev libxxf86vm-dev
    libzip-dev lighttpd links lld llvm llvm-dev lm-sensors logrotate lshw lsof ltrace lua5.1 lua5.3 lua5.4
    luajit luarocks lvm2 lynx lz4 lzop m4 mailutils mailx make mariadb-client mariadb-common maven mawk mc
    mediainfo memcached mercurial mesa-utils meson mkvtoolnix mongodb-tools monit moreutils mosquitto
    mosquitto-clients mount mpg123 mpv msmtp mtools mtr multitail munin-node mupdf-tools musl-dev
    mysql-client nano nasm ncdu ncftp neovim net-tools netcat-openbsd nethogs nftables nginx ngrep nikto
    nim nload nmap novnc npm numactl ocaml octave opam openbox opencl-headers opendkim openrc opensc
    openssh-client openssh-server openssh-sftp-server openssl openvpn optipng ovmf pandoc parallel parted
    pass patch patchelf pciutils perl pigz pipx pkgconf pngquant podman poppler-utils postfix postgis
    postgresql postgresql-client postgresql-common postgresql-contrib powershell privoxy proftpd proj-data
    prometheus psmisc pulseaudio pure-ftpd pv pwgen python3 python3-dev qemu qemu-system-arm qpdf quilt
    rabbitmq-server racket ragel ranger rapidjson-dev rdma-core re2c redis ripgrep rng-tools rpcbind rpm
    rsync rsyslog rtorrent ruby ruby-bundler ruby-dev ruby-full runc runit rustup s3cmd s6 salt-master
    salt-minion samba sbcl screen sed sharutils shellcheck skopeo sl smartmontools socat sox spamassassin
    spawn-fcgi sqlite squashfs-tools squid sshfs sshpass ssmtp strace strongswan subversion sudo supervisor
    swig syslinux syslog-ng sysstat tar tcc tcl tcl-dev tcpdump telegraf tesseract-ocr texinfo texlive
    texlive-full texlive-xetex tig tini tk tk-dev tmux tor transmission-daemon tree tshark tzdata
    u-boot-tools ucspi-tcp unixodbc unixodbc-dev unzip usbutils util-linux v4l-utils vala valgrind varnish
    vim vlc vsftpd vulkan-tools w3m wayland-protocols websockify wget whois wine wireguard-tools wrk x11vnc
    xauth xclip xdg-utils xdotool xfce4 xfsprogs xmlstarlet xmlto xorriso xterm yarn yasm yt-dlp
    zabbix-agent zig zip zsh zstd`,
  '*-bin > *': 'apache2 chicken freetds libtool libvirt ncurses openmpi',
  '*2 > *': 'gnupg gpgv libdrm libedit libseccomp libva libxft libxrandr softhsm',
  '*3 > *': 'cython freeglut ipython libcurl libgd libxfixes nagios sqlite',
  '*4 > *': 'exim libcurl libdbusmenu-glib libmcrypt libnotify libxpm libzip stunnel',
  'fonts-* > font-*': 'dejavu droid hack inconsolata lato liberation noto noto-cjk roboto wqy-zenhei',
  'gstreamer1.0-* > gst-*': 'libav plugins-bad plugins-base plugins-good plugins-ugly',
  'lib* > *': 'fontconfig newlib-arm-none-eabi tiff-tools vips vips-tools',
  'lib*-dev > *-dev': `
    aom argon2 aspell assimp benchmark boost brotli bullet c-ares capstone ceres cppunit crypto++ czmq
    dav1d db double-conversion fcgi fdk-aac fmt freetype fribidi fuse gd gdal gdbm geoip geos gflags glew
    gmp gnutls gpgme graphviz grpc gsl gtest harfbuzz hdf5 hidapi hiredis hwloc icu isl jansson jasper
    jemalloc json-c jsoncpp krb5 lapack lcms2 ldns leptonica leveldb lmdb lua5.3 lua5.4 lz4 miniupnpc
    minizip mosquitto mpfr ncurses netcdf newt nghttp2 openblas opencv openexr openmpi opus p11-kit pcre2
    perl popt proj protobuf re2 readline rocksdb sdl2 snappy sox spdlog suitesparse thrift tiff unbound
    vips wayland webkit2gtk-4.1 x264 x265 xvidcore yaml zstd`,
  'lib*-perl > perl-*': `
    archive-zip cgi-fast curses datetime dbd-mysql dbd-pg dbi digest-hmac file-slurp io-socket-ssl json
    local-lib lwp-protocol-https moose net-dns net-ssleay switch term-readline-gnu text-csv xml-libxml
    xml-parser xml-simple yaml`,
  'lib*1 > lib*': `
    aio atomic datrie elf expat gcc gomp magic rdkafka sndfile uuid uv xcb xcomposite xcursor xdamage
    xinerama xkbfile xrender xshmfence xv xxf86vm`,
  'lib*1-dev > *-dev': 'acl attr cunit expat fontconfig graphicsmagick xmlsec',
  'lib*1-dev > lib*-dev': 'selinux sndfile uv xcb xslt',
  'lib*2 > *': 'cairo cairo-gobject fuse jemalloc portaudio',
  'lib*2-dev > *-dev': 'cairo cups gd lzo slang',
  'lib*3-dev > *-dev': 'eigen fftw glfw gmp nss pcre sqlite',
  'lib*6 > lib*': 'ice ncursesw sm spatialindex stdc++ webp xau xdmcp xext xi xmu xt xtst',
  'openjdk-* > openjdk*': `
    11-jdk 11-jre 11-jre-headless 17-jdk 17-jre 17-jre-headless 21-jdk 21-jre 21-jre-headless 25-jdk 8-jre`,
  'php-* > php84-*': 'bcmath cli curl dev fpm gd gmp intl ldap mbstring opcache pear soap zip',
  'php-* > php84-pecl-*': 'imagick imap memcached redis xdebug',
  'php8.* > php8*': `
    3-bcmath 3-bz2 3-curl 3-dev 3-fpm 3-gd 3-gmp 3-intl 3-ldap 3-mbstring 3-opcache 3-soap 3-tidy 3-xsl
    3-zip 4-bcmath 4-bz2 4-curl 4-dev 4-fpm 4-gd 4-gmp 4-intl 4-ldap 4-mbstring 4-opcache 4-soap 4-tidy
    4-xsl 4-zip`,
  'php8.3-* > php83-pecl-*': 'imagick memcached redis xdebug',
  'php8.4-* > php84-pecl-*': 'imagick imap memcached redis xdebug',
  'python3-* > py3-*': `
    boto3 cffi cryptography dateutil dbus flask gdal jinja2 ldap lxml matplotlib numpy opencv openssl
    pandas pip psycopg2 pytest redis requests scipy setuptools six usb virtualenv wheel yaml`,
  'ttf-* > font-*': 'dejavu freefont liberation wqy-zenhei',
  others: `
    ack-grep=ack adduser=shadow anacron=cronie ant=apache-ant apache2-mpm-prefork=apache2
    apache2-mpm-worker=apache2 apache2-prefork-dev=apache2-dev apache2.2-common=apache2
    aspnetcore-runtime-8.0=aspnetcore8-runtime auditd=audit autotools-dev=automake avahi-daemon=avahi
    avahi-utils=avahi-tools awscli=aws-cli bind9-dnsutils=bind-tools bind9-host=bind-tools bind9=bind
    bluetooth=bluez bsd-mailx=mailx bsdextrautils=util-linux-misc bsdmainutils=util-linux-misc
    btrfs-tools=btrfs-progs build-essential=build-base bundler=ruby-bundler
    ca-certificates-java=java-cacerts cabal-install=cabal chromium-browser=chromium
    chromium-driver=chromium-chromedriver cloud-image-utils=cloud-utils conntrack=conntrack-tools
    console-data=kbd containerd.io=containerd cpanminus=perl-app-cpanminus cpp=gcc dc=bc
    default-jdk-headless=openjdk21-jdk default-jdk=openjdk21-jdk
    default-jre-headless=openjdk21-jre-headless default-jre=openjdk21-jre
    default-libmysqlclient-dev=mariadb-connector-c-dev default-mysql-client=mysql-client
    default-mysql-server=mariadb device-tree-compiler=dtc dh-autoreconf=autoconf,automake,libtool
    dirmngr=gnupg-dirmngr dnsutils=bind-tools docker-buildx-plugin=docker-cli-buildx
    docker-ce-cli=docker-cli docker-ce=docker docker-compose-plugin=docker-cli-compose
    docker-compose=docker-cli-compose docker.io=docker dotnet-runtime-8.0=dotnet8-runtime
    dotnet-sdk-8.0=dotnet8-sdk dovecot-core=dovecot erlang-base-hipe=erlang erlang-base=erlang
    erlang-nox=erlang esl-erlang=erlang exuberant-ctags=ctags fd-find=fd fdisk=sfdisk
    fontconfig-config=fontconfig fonts-dejavu-core=font-dejavu fonts-dejavu-extra=font-dejavu
    fonts-droid-fallback=font-droid fonts-font-awesome=font-awesome fonts-freefont-ttf=font-freefont
    fonts-ipaexfont=font-ipaex fonts-ipafont-gothic=font-ipa fonts-liberation2=font-liberation
    fonts-noto-color-emoji=font-noto-emoji fonts-noto-core=font-noto fonts-noto-mono=font-noto
    fonts-open-sans=font-opensans fonts-thai-tlwg=font-tlwg freeglut3-dev=freeglut-dev
    freetds-common=freetds ftp=lftp g++=g++,musl-dev gcc-mingw-w64=mingw-w64-gcc gcc=gcc,musl-dev
    gdal-bin=gdal-tools gdal-data=gdal gdbserver=gdb gdc=gcc-gdc gdisk=gptfdisk genisoimage=cdrkit
    geoip-database=geoip gettext-base=gettext-envsubst gfortran=gfortran,musl-dev gh=github-cli
    ghc-dynamic=ghc gir1.2-gtk-3.0=gtk+3.0 git-core=git gitk=git-gitk gnat=gcc-gnat gnupg1=gnupg
    gobjc++=gcc-objc gobjc=gcc-objc golang-go=go golang=go googletest=gtest-dev groff-base=groff
    grub-pc-bin=grub-bios grub2-common=grub gsfonts=font-urw-base35 gstreamer1.0-tools=gstreamer-tools
    guile-3.0=guile handbrake-cli=handbrake haskell-stack=stack ifupdown=ifupdown-ng
    inetutils-ping=iputils-ping inetutils-telnet=busybox-extras ip6tables=iptables iproute=iproute2
    irb=ruby krb5-config=krb5-conf krb5-user=krb5 ksh=loksh language-pack-en-base=musl-locales
    language-pack-en=musl-locales latexmk=texlive-binextra ldap-utils=openldap-clients libaio1t64=libaio
    libapache2-mod-php=php84-apache2 libapache2-mod-svn=subversion libapache2-mod-wsgi-py3=apache2-mod-wsgi
    libappindicator3-1=libayatana-appindicator libappindicator3-dev=libayatana-appindicator-dev
    libarchive13=libarchive libargon2-0=argon2-libs libasound2-dev=alsa-lib-dev libasound2=alsa-lib
    libasound2t64=alsa-lib libatk-bridge2.0-0=at-spi2-core libatk1.0-0=at-spi2-core
    libatk1.0-dev=at-spi2-core-dev libatlas-base-dev=openblas-dev libatlas-dev=openblas-dev
    libatspi2.0-0=at-spi2-core libav-tools=ffmpeg libavahi-client3=avahi-libs libavahi-common3=avahi-libs
    libavcodec-dev=ffmpeg-dev libavdevice-dev=ffmpeg-dev libavfilter-dev=ffmpeg-dev
    libavformat-dev=ffmpeg-dev libavutil-dev=ffmpeg-dev
    libayatana-appindicator3-dev=libayatana-appindicator-dev libblas-dev=openblas-dev libblas3=openblas
    libblkid-dev=util-linux-dev libbluetooth-dev=bluez-dev libboost-all-dev=boost-dev
    libboost-atomic-dev=boost-dev libboost-chrono-dev=boost-dev libboost-context-dev=boost-dev
    libboost-coroutine-dev=boost-dev libboost-date-time-dev=boost-dev libboost-filesystem-dev=boost-dev
    libboost-graph-dev=boost-dev libboost-iostreams-dev=boost-dev libboost-locale-dev=boost-dev
    libboost-log-dev=boost-dev libboost-math-dev=boost-dev libboost-program-options-dev=boost-dev
    libboost-python-dev=boost-dev libboost-python1.58-dev=boost-dev libboost-random-dev=boost-dev
    libboost-regex-dev=boost-dev libboost-serialization-dev=boost-dev libboost-signals-dev=boost-dev
    libboost-system-dev=boost-dev libboost-test-dev=boost-dev libboost-thread-dev=boost-dev
    libboost-tools-dev=boost-build libboost1.54-all-dev=boost-dev libboost1.55-dev=boost-dev
    libbtrfs-dev=btrfs-progs-dev libbz2-1.0=libbz2 libbz2-dev=bzip2-dev libc-dev=musl-dev
    libc6-dev=musl-dev libcap2-bin=libcap libcgi-pm-perl=perl-cgi libchromaprint-tools=chromaprint
    libconfig++-dev=libconfig-dev libcups2=cups-libs libcurl3-gnutls=libcurl libcurl4-gnutls-dev=curl-dev
    libcurl4-openssl-dev=curl-dev libcurl4t64=libcurl libdb++-dev=db-dev libdb5.1++-dev=db-dev
    libdb5.1-dev=db-dev libdb5.3-dev=db-dev libdb5.3=db libdbd-sqlite3-perl=perl-dbd-sqlite
    libdbus-1-3=dbus-libs libdbus-1-dev=dbus-dev libdbus-glib-1-dev=dbus-glib-dev
    libdbusmenu-gtk3-4=libdbusmenu-gtk3 libdevmapper-dev=lvm2-dev libdigest-sha-perl=perl
    libdw-dev=elfutils-dev libegl1-mesa-dev=mesa-dev libegl1-mesa=mesa-egl libegl1=mesa-egl
    libelf-dev=elfutils-dev libenchant-dev=enchant2-dev libespeak1=espeak-ng libexif12=libexif
    libfcgi-bin=fcgi libfcgi0ldbl=fcgi libffi7=libffi libffi8=libffi libfftw3-3=fftw-double-libs
    libfl-dev=flex-dev libfontconfig1=fontconfig libfreetype6-dev=freetype-dev libfreetype6=freetype
    libgbm-dev=mesa-dev libgbm1=mesa-gbm libgcc-s1=libgcc libgcrypt11-dev=libgcrypt-dev
    libgcrypt20-dev=libgcrypt-dev libgcrypt20=libgcrypt libgd2-xpm-dev=gd-dev libgdbm-compat-dev=gdbm-dev
    libgdk-pixbuf-2.0-0=gdk-pixbuf libgdk-pixbuf-2.0-dev=gdk-pixbuf-dev libgdk-pixbuf2.0-0=gdk-pixbuf
    libgdk-pixbuf2.0-dev=gdk-pixbuf-dev libgeos++-dev=geos-dev libgeos-c1v5=geos libgfortran5=libgfortran
    libgif-dev=giflib-dev libgif7=giflib libgirepository1.0-dev=gobject-introspection-dev
    libgl1-mesa-dev=mesa-dev libgl1-mesa-dri=mesa-dri-gallium libgl1-mesa-glx=mesa-gl libgl1=mesa-gl
    libgles2-mesa-dev=mesa-dev libgles2=mesa-gles libglfw3=glfw libglib2.0-0=glib libglib2.0-0t64=glib
    libglib2.0-bin=glib libglib2.0-dev=glib-dev libglu1-mesa-dev=glu-dev libglu1-mesa=glu
    libglvnd-dev=mesa-dev libglx-mesa0=mesa-gl libgmock-dev=gmock libgmp10=gmp libgnutls28-dev=gnutls-dev
    libgnutls30=gnutls libgoogle-glog-dev=glog-dev libgraphite2-3=graphite2 libgrpc++-dev=grpc-dev
    libgssapi-krb5-2=krb5-libs libgstreamer-plugins-base1.0-dev=gst-plugins-base-dev
    libgstreamer1.0-0=gstreamer libgstreamer1.0-dev=gstreamer-dev libgtk-3-0=gtk+3.0 libgtk-3-0t64=gtk+3.0
    libgtk-3-dev=gtk+3.0-dev libgtk-4-1=gtk4.0 libgtk2.0-0=gtk+2.0 libgtk2.0-dev=gtk+2.0-dev
    libgtkmm-3.0-dev=gtkmm3-dev libharfbuzz-subset0=harfbuzz-subset libharfbuzz0b=harfbuzz
    libhdf5-serial-dev=hdf5-dev libiberty-dev=binutils-dev libibverbs-dev=rdma-core-dev libicu55=icu-libs
    libicu57=icu-libs libicu60=icu-libs libicu63=icu-libs libicu66=icu-libs libicu67=icu-libs
    libicu70=icu-libs libicu72=icu-libs libicu76=icu-libs libidn11-dev=libidn-dev libidn11=libidn
    libimage-exiftool-perl=exiftool libjasper1=jasper libjavascriptcoregtk-4.1-dev=webkit2gtk-4.1-dev
    libjemalloc1=jemalloc libjpeg-dev=libjpeg-turbo-dev libjpeg-progs=libjpeg-turbo-utils
    libjpeg-turbo-progs=libjpeg-turbo-utils libjpeg-turbo8-dev=libjpeg-turbo-dev
    libjpeg-turbo8=libjpeg-turbo libjpeg62-dev=libjpeg-turbo-dev libjpeg62-turbo-dev=libjpeg-turbo-dev
    libjpeg62-turbo=libjpeg-turbo libjpeg62=libjpeg-turbo libjpeg8-dev=libjpeg-turbo-dev
    libjpeg8=libjpeg-turbo libkrb5-3=krb5-libs liblapack3=lapack liblcms2-2=lcms2 libldap-2.4-2=libldap
    libldap-2.5-0=libldap libldap-dev=openldap-dev libldap2-dev=openldap-dev libleveldb1v5=leveldb
    libltdl-dev=libtool liblua5.1-0-dev=lua5.1-dev libluajit-5.1-dev=luajit-dev liblz4-tool=lz4
    liblzma-dev=xz-dev liblzma5=xz-libs libmagic-dev=file-dev libmagick++-dev=imagemagick-dev
    libmagickcore-dev=imagemagick-dev libmagickwand-6.q16-6=imagemagick-libs
    libmagickwand-dev=imagemagick-dev libmariadb-dev-compat=mariadb-connector-c-dev
    libmariadb-dev=mariadb-connector-c-dev libmariadb3=mariadb-connector-c
    libmariadbclient-dev=mariadb-connector-c-dev libmaxminddb0=libmaxminddb-libs
    libmemcached-tools=libmemcached libmemcached11=libmemcached-libs libmount-dev=util-linux-dev
    libmp3lame-dev=lame-dev libmpc-dev=mpc1-dev libmysqlclient-dev=mariadb-connector-c-dev
    libmysqlclient20=mariadb-connector-c libmysqlclient21=mariadb-connector-c libncurses5-dev=ncurses-dev
    libncurses5=ncurses-libs libncurses6=ncurses-libs libncursesw5-dev=ncurses-dev
    libnetfilter-queue-dev=libnetfilter_queue-dev libnl-3-dev=libnl3-dev libnl-genl-3-dev=libnl3-dev
    libnl-route-3-dev=libnl3-dev libnspr4-dev=nspr-dev libnspr4=nspr libnss3-tools=nss-tools libnss3=nss
    libnuma-dev=numactl-dev libnuma1=numactl libomp-dev=openmp-dev libonig-dev=oniguruma-dev
    libonig5=oniguruma libopenblas-base=openblas libopenblas0=openblas libopenjp2-7-dev=openjpeg-dev
    libopenjp2-7=openjpeg libopus0=opus libosmesa6-dev=mesa-dev libpam-modules=linux-pam
    libpam0g-dev=linux-pam-dev libpam0g=linux-pam libpango-1.0-0=pango libpango1.0-0=pango
    libpango1.0-dev=pango-dev libpangocairo-1.0-0=pango libpangoft2-1.0-0=pango libpangoxft-1.0-0=pango
    libpcap0.8-dev=libpcap-dev libpcap0.8=libpcap libpci-dev=pciutils-dev libpcre2-8-0=pcre2 libpcre3=pcre
    libpcsclite-dev=pcsc-lite-dev libpixman-1-0=pixman libpixman-1-dev=pixman-dev libpng12-dev=libpng-dev
    libpng16-16=libpng libpoppler-cpp-dev=poppler-dev libpoppler-glib8=poppler-glib libpq5=libpq
    libprotoc-dev=protobuf-dev libpspell-dev=aspell-dev libpulse-dev=pulseaudio-dev libpulse0=libpulse
    libqt5core5a=qt5-qtbase libqt5gui5=qt5-qtbase-x11 libqt5svg5-dev=qt5-qtsvg-dev
    libqt5widgets5=qt5-qtbase-x11 librabbitmq-dev=rabbitmq-c-dev librabbitmq4=rabbitmq-c libre2-9=re2
    libreadline6-dev=readline-dev libreadline7=readline libreadline8=readline librsvg2-2=librsvg
    librsvg2-bin=rsvg-convert librsvg2-dev=librsvg-dev libsasl2-2=libsasl libsasl2-dev=cyrus-sasl-dev
    libsasl2-modules-gssapi-mit=cyrus-sasl-gssapiv2 libsasl2-modules=cyrus-sasl libsdl2-2.0-0=sdl2
    libsdl2-image-dev=sdl2_image-dev libsdl2-mixer-dev=sdl2_mixer-dev libsdl2-ttf-dev=sdl2_ttf-dev
    libsecret-1-0=libsecret libsecret-1-dev=libsecret-dev libsensors4-dev=lm-sensors-dev
    libsnappy1v5=snappy libsnmp-dev=net-snmp-dev libsodium23=libsodium libsoup-3.0-dev=libsoup3-dev
    libsqlite3-0=sqlite-libs libsqlite3-mod-spatialite=libspatialite libsrtp2-dev=libsrtp-dev
    libssh-4=libssh libssh2-1-dev=libssh2-dev libssh2-1=libssh2 libssl-dev=openssl-dev
    libssl-doc=openssl-doc libssl3=libssl3,libcrypto3 libssl3t64=libssl3,libcrypto3
    libswresample-dev=ffmpeg-dev libswscale-dev=ffmpeg-dev libtag1-dev=taglib-dev libtbb-dev=onetbb-dev
    libtbb2=onetbb libtesseract-dev=tesseract-ocr-dev libthai0=libthai libtidy-dev=tidyhtml-dev
    libtiff4-dev=tiff-dev libtiff5-dev=tiff-dev libtiff5=tiff libtiff6=tiff libtinfo-dev=ncurses-dev
    libtinfo6=ncurses-libs libudev-dev=eudev-dev libudev1=eudev-libs libunwind8=libunwind
    libusb-1.0-0-dev=libusb-dev libusb-1.0-0=libusb libusb-dev=libusb-compat-dev libv4l-dev=v4l-utils-dev
    libvips42=vips libvirt-clients=libvirt-client libvirt-daemon-system=libvirt-daemon
    libvulkan-dev=vulkan-loader-dev libvulkan1=vulkan-loader libwebp7=libwebp libwww-perl=perl-libwww
    libwxgtk3.0-dev=wxwidgets-dev libwxgtk3.0-gtk3-dev=wxwidgets-dev libwxgtk3.2-dev=wxwidgets-dev
    libx11-6=libx11 libx11-xcb-dev=libx11-dev libx11-xcb1=libx11 libxaw7-dev=libxaw-dev libxaw7=libxaw
    libxcb-cursor0=xcb-util-cursor libxcb-dri3-0=libxcb libxcb-icccm4=xcb-util-wm
    libxcb-image0=xcb-util-image libxcb-keysyms1=xcb-util-keysyms libxcb-randr0=libxcb
    libxcb-render-util0=xcb-util-renderutil libxcb-shape0=libxcb libxcb-xinerama0=libxcb
    libxkbcommon-x11-0=libxkbcommon libxkbcommon0=libxkbcommon libxmlsec1-openssl=xmlsec libxmlsec1=xmlsec
    libxmuu1=libxmu libxslt1.1=libxslt libxss-dev=libxscrnsaver-dev libxss1=libxscrnsaver libyaml-0-2=yaml
    libz-dev=zlib-dev libzmq3-dev=zeromq-dev libzmq5=libzmq libzstd1=zstd-libs linux-libc-dev=linux-headers
    lmodern=texmf-dist-fontsrecommended locales-all=musl-locales locales=musl-locales locate=findutils
    login=shadow-login lsb-release=lsb-release-minimal lzma=xz man-db=mandoc manpages-dev=man-pages
    manpages=man-pages mariadb-server=mariadb mesa-vulkan-drivers=mesa-vulkan-swrast
    mingw-w64=mingw-w64-gcc mlocate=plocate mmdb-bin=libmaxminddb mono-complete=mono mono-devel=mono-dev
    mono-runtime=mono msmtp-mta=msmtp msttcorefonts=msttcorefonts-installer mtr-tiny=mtr
    musl-tools=musl-dev myspell-en-us=hunspell-en mysql-client-5.6=mysql-client mysql-common=mariadb-common
    mysql-server-5.5=mariadb mysql-server-5.6=mariadb mysql-server=mariadb ncat=nmap-ncat
    ncurses-base=ncurses-terminfo-base ncurses-term=ncurses-terminfo neofetch=fastfetch
    netcat-traditional=netcat-openbsd netcat=netcat-openbsd nfs-common=nfs-utils
    nfs-kernel-server=nfs-utils nginx-common=nginx nginx-full=nginx nginx-light=nginx ninja-build=samurai
    nlohmann-json3-dev=nlohmann-json nodejs-legacy=nodejs nodejs=nodejs
    ocl-icd-libopencl1=opencl-icd-loader ocl-icd-opencl-dev=opencl-icd-loader-dev odbc-postgresql=psqlodbc
    openjdk-11-jdk-headless=openjdk11-jdk openjdk-17-jdk-headless=openjdk17-jdk
    openjdk-21-jdk-headless=openjdk21-jdk openjdk-8-jdk-headless=openjdk8 openjdk-8-jdk=openjdk8
    openjdk-8-jre-headless=openjdk8-jre-base p7zip-full=7zip p7zip=7zip passwd=shadow pcscd=pcsc-lite
    perl-modules=perl php-json=php84 php-mysql=php84-mysqli,php84-pdo_mysql
    php-pgsql=php84-pgsql,php84-pdo_pgsql php-sqlite3=php84-sqlite3,php84-pdo_sqlite
    php-xml=php84-xml,php84-dom,php84-simplexml,php84-xmlreader,php84-xmlwriter php8.3-cli=php83
    php8.3-common=php83 php8.3-json=php83 php8.3-mysql=php83-mysqli,php83-pdo_mysql
    php8.3-pgsql=php83-pgsql,php83-pdo_pgsql php8.3-readline=php83
    php8.3-sqlite3=php83-sqlite3,php83-pdo_sqlite
    php8.3-xml=php83-xml,php83-dom,php83-simplexml,php83-xmlreader,php83-xmlwriter php8.3=php83
    php8.4-cli=php84 php8.4-common=php84 php8.4-json=php84 php8.4-mysql=php84-mysqli,php84-pdo_mysql
    php8.4-pgsql=php84-pgsql,php84-pdo_pgsql php8.4-readline=php84
    php8.4-sqlite3=php84-sqlite3,php84-pdo_sqlite
    php8.4-xml=php84-xml,php84-dom,php84-simplexml,php84-xmlreader,php84-xmlwriter php8.4=php84 php=php84
    pinentry-curses=pinentry pinentry-tty=pinentry pkg-config=pkgconf portaudio19-dev=portaudio-dev
    postgresql-16=postgresql16 postgresql-client-16=postgresql16-client
    postgresql-client-17=postgresql17-client procps=procps-ng proj-bin=proj-util
    protobuf-compiler-grpc=grpc-plugins protobuf-compiler=protoc python-is-python3=python3
    python3-all-dev=python3-dev python3-all=python3 python3-certbot-nginx=certbot-nginx
    python3-crypto=py3-pycryptodome python3-distutils=python3 python3-full=python3 python3-gi=py3-gobject3
    python3-minimal=python3 python3-mysqldb=py3-mysqlclient python3-pil=py3-pillow python3-pyqt5=py3-qt5
    python3-serial=py3-pyserial python3-tk=python3-tkinter python3-venv=python3 qemu-kvm=qemu-system-x86_64
    qemu-system-x86=qemu-system-x86_64 qemu-system=qemu qemu-utils=qemu-img qt5-default=qt5-qtbase-dev
    qt5-qmake=qt5-qtbase-dev qt6-base-dev=qt6-qtbase-dev qtbase5-dev=qt5-qtbase-dev
    qtdeclarative5-dev=qt5-qtdeclarative-dev qttools5-dev-tools=qt5-qttools-dev
    qttools5-dev=qt5-qttools-dev r-base-core=R r-base-dev=R-dev r-base=R rake=ruby-rake rdoc=ruby-rdoc
    rebar=rebar3 redis-server=redis redis-tools=redis ri=ruby-doc rubygems=ruby rustc=rust s3fs=s3fs-fuse
    sasl2-bin=cyrus-sasl scdaemon=gnupg-scdaemon sendmail=postfix silversearcher-ag=the_silver_searcher
    slapd=openldap smbclient=samba-client snmp=net-snmp-tools snmpd=net-snmp ssh=openssh tclsh=tcl
    tdsodbc=freetds telnet=busybox-extras tesseract-ocr-deu=tesseract-ocr-data-deu
    tesseract-ocr-eng=tesseract-ocr-data-eng tesseract-ocr-fra=tesseract-ocr-data-fra
    texlive-fonts-extra=texlive-full texlive-fonts-recommended=texlive-full texlive-latex-base=texlive
    texlive-latex-extra=texlive-full texlive-latex-recommended=texlive thrift-compiler=thrift tidy=tidyhtml
    tigervnc-standalone-server=tigervnc ttf-bitstream-vera=font-bitstream-type1
    ttf-mscorefonts-installer=msttcorefonts-installer udev=eudev universal-ctags=ctags
    uuid-dev=util-linux-dev uuid-runtime=uuidgen uuid=ossp-uuid valac=vala vim-common=vim vim-gtk=vim
    vim-nox=vim vim-runtime=vim vim-tiny=vim virtualenv=py3-virtualenv webp=libwebp-tools whiptail=newt
    wine64=wine wireguard=wireguard-tools x11-apps=xeyes x11-utils=xprop x11-xserver-utils=xrandr
    xfonts-100dpi=font-adobe-100dpi xfonts-75dpi=font-adobe-75dpi xfonts-base=font-misc-misc
    xfonts-cyrillic=font-cronyx-cyrillic xfonts-scalable=font-bitstream-type1 xfonts-terminus=font-terminus
    xfonts-utils=mkfontscale xmlsec1=xmlsec xorg=xorg-server xserver-xorg=xorg-server xsltproc=libxslt
    xvfb=xvfb,xvfb-run xz-utils=xz youtube-dl=yt-dlp yq=yq-go zlib1g-dev=zlib-dev zlib1g=zlib`,
}

export const high: NameTable = {
  '*': `
    adwaita-icon-theme age autoconf-archive binaryen black blender bmake catch2 flite fluidsynth
    frei0r-plugins-dev glslang-dev gnome-terminal hwdata iw libao-dev libavif-dev libbsd-dev libepoxy-dev
    libfontenc-dev libfyaml-dev libgpiod-dev libinput-dev liblo-dev libmd-dev libopenmpt-dev libpsl-dev
    libsmbclient libspf2-dev libstatgrab-dev liburing-dev libvdpau-dev libxau-dev libxdmcp-dev libxres-dev
    libxv-dev neko-dev pixz poppler-data pulseaudio-utils rclone scdoc stm32flash stress-ng sysbench
    tango-icon-theme tftp-hpa tiled uhubctl uncrustify yamllint`,
  'lib*-dev > *-dev': `
    asio blosc cxxopts exiv2 flac flatbuffers flint fluidsynth freeimage ftgl fuse3 gammu gavl gegl glpk
    hunspell jack jq judy lensfun lilv mbedtls mpg123 nanomsg openimageio poco portmidi recode rubberband
    sfml shaderc soundtouch speex tinyxml tinyxml2 xcb-util xen xxhash yaml-cpp`,
  'python3-* > py3-*': `
    aiofiles argcomplete babeltrace build flake8 flaky graphviz img2pdf importlib-metadata jwt lensfun
    libgpiod lttng mock mypy netifaces overpy parameterized psutil pycryptodome pydot pygit2 pygments
    pygraphviz pytest-asyncio pytest-cov pytest-dependency pytest-mock pyzbar rsa setproctitle tomli tz
    wand zxing-cpp`,
  others: `
    guile-3.0-dev=guile-dev liballegro5-dev=allegro-dev libaspell15=aspell-libs libc-ares2=c-ares
    libcapnp-dev=capnproto-dev libext2fs-dev=e2fsprogs-dev libfaad-dev=faad2-dev libfreeimage3=freeimage
    libgsasl7-dev=libgsasl-dev libgsl0-dev=gsl-dev libgtkspell3-3-dev=gtkspell3-dev libheif1=libheif
    libhunspell-1.7-0=libhunspell libipc-system-simple-perl=perl-ipc-system-simple
    liblapacke-dev=lapack-dev liblensfun1=lensfun liblttng-ust1t64=lttng-ust liblz4-1=lz4-libs
    libmad0-dev=libmad-dev libmemcachedutil2=libmemcached-libs libmemcachedutil2t64=libmemcached-libs
    libmosquitto1=mosquitto-libs libnauty2-dev=nauty-dev libnode-dev=nodejs-dev libqmi-glib-dev=libqmi-dev
    librdf0-dev=redland-dev librecode0=recode librrd-dev=rrdtool-dev librtmp1=librtmp
    libsamplerate0-dev=libsamplerate-dev libsmbclient-dev=samba-dev
    libstring-shellquote-perl=perl-string-shellquote libtagc0-dev=taglib-dev libudunits2-dev=udunits-dev
    liburing2=liburing libxcb-dri2-0-dev=libxcb-dev libxcb-dri3-dev=libxcb-dev
    libxcb-ewmh-dev=xcb-util-wm-dev libxcb-glx0-dev=libxcb-dev libxcb-image0-dev=xcb-util-image-dev
    libxcb-keysyms1-dev=xcb-util-keysyms-dev libxcb-randr0-dev=libxcb-dev
    libxcb-render-util0-dev=xcb-util-renderutil-dev libxcb-shm0-dev=libxcb-dev libxcb-sync-dev=libxcb-dev
    libxcb-util0-dev=xcb-util-dev libxcb-xkb-dev=libxcb-dev libxmuu-dev=libxmu-dev libzip5=libzip
    libzxing-dev=zxing-cpp-dev mesa-common-dev=mesa-dev`,
}

export const medium: NameTable = {
  '*': `
    biber check chrpath dovecot-lmtpd fontforge html2text inkscape lua5.2 lxc mosh munin ncurses-dev
    pngcrush postfix-mysql postfix-pcre protobuf-c-compiler razor rlwrap scons shared-mime-info tcsh
    texlive-luatex thin-provisioning-tools uwsgi xpra`,
  others: `
    libcairomm-1.0-dev=cairomm-dev libdbus-glib-1-2=dbus-glib libgc-dev=gc-dev liblttng-ust0=lttng-ust
    liblua5.2-dev=lua-dev libsdl1.2-dev=sdl12-compat-dev`,
}
