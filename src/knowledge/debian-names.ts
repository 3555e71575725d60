/**
 * Packages that Dockerfiles install, by the Debian releases whose main archive has a package of that name, in
 * trixie also as NAMEt64, which apt takes for it.
 * Source: package lists of bullseye, bookworm and trixie on deb.debian.org with updates and security, amd64, 21 November 2026;
 * names that at least two (absent ones: three) of 12,519 public Dockerfiles install.
 */
export const inDebian: Readonly<Record<string, string>> = {
  'bullseye bookworm trixie': `
    acl adduser advancecomp adwaita-icon-theme alien alsa-utils amavisd-milter amavisd-new amqp-tools
    ansible ant ant-optional antiword apache2 apache2-bin apache2-dev apache2-doc apache2-utils apparmor
    apt apt-file apt-show-versions apt-transport-https apt-utils aptitude aptly apulse arc-theme aria2 arj
    arping asciidoc asciidoctor aspell aspell-de aspell-en at-spi2-core attr autoconf autoconf-archive
    autogen automake autopoint autossh autotools-dev avahi-daemon avr-libc avrdude awscli axel azure-cli
    base-files bash bash-completion bc beanstalkd bedtools biber bind9 bind9-host bindfs binfmt-support
    binutils binutils-arm-none-eabi binutils-dev binutils-mingw-w64 binutils-multiarch bioperl bison
    bluetooth bluez bowtie2 bridge-utils bsd-mailx bsdmainutils build-essential bundler busybox bwa byacc
    byobu bzip2 bzr ca-certificates ca-certificates-java ca-certificates-mono cabal-install cabextract
    calibre cargo catdoc ccache cd-hit cdbs ceph ceph-common certbot check checkinstall cheese chromium
    chromium-driver chromium-l10n chrpath cifs-utils clamav clamav-daemon clang clang-format clang-tidy
    cloc cm-super cmake cmake-curses-gui coffeescript collectd colordiff command-not-found composer coq
    coreutils cowsay cpanminus cpio cpp cppcheck cron crossbuild-essential-arm64 crossbuild-essential-armhf
    crudini cscope csh cups curl cvs cython3 daemontools darkice dbus dbus-x11 dc debconf debconf-utils
    debhelper debian-archive-keyring debian-keyring debianutils debootstrap default-jdk default-jre
    default-jre-headless default-libmysqlclient-dev default-mysql-client default-mysql-server deluge-web
    deluged desktop-file-utils device-tree-compiler devscripts dfu-util dh-autoreconf dh-make dialog
    diffstat dirb dirmngr dkms dnsmasq dnsmasq-base docbook-xml docbook-xsl docbook2x docker.io
    docutils-common dos2unix dosfstools dovecot-core dovecot-imapd dovecot-ldap dovecot-lmtpd
    dovecot-managesieved dovecot-mysql dovecot-pgsql dovecot-pop3d dovecot-sieve doxygen dpkg dpkg-dev
    dumb-init duplicity dvipng e2fsprogs eatmydata ed elixir emacs emacs-nox emboss entr equivs erlang
    erlang-dev erlang-inets erlang-nox erlang-parsetools erlang-reltool erlang-xmerl ethtool
    exim4-daemon-light exonerate expat expect exuberant-ctags faad fail2ban fakeroot fcgiwrap
    fcitx-frontend-qt5 fcitx-module-dbus fcitx-modules fetchmail ffmpeg figlet file findutils fio
    firefox-esr fish flac flex fluxbox fontconfig fontconfig-config fontforge fonts-dejavu
    fonts-dejavu-core fonts-ipaexfont fonts-ipafont-gothic fonts-lato fonts-liberation fonts-noto
    fonts-noto-cjk fonts-noto-hinted fonts-noto-unhinted fonts-powerline fonts-roboto fonts-symbola
    fonts-takao fonts-texgyre fonts-thai-tlwg fonts-vlgothic fonts-wqy-microhei fonts-wqy-zenhei fop fping
    freeglut3-dev freetds-dev ftp fuse g++ g++-aarch64-linux-gnu g++-arm-linux-gnueabihf
    g++-mingw-w64-x86-64 g++-multilib gawk gcc gcc-aarch64-linux-gnu gcc-arm-linux-gnueabi
    gcc-arm-linux-gnueabihf gcc-avr gcc-mingw-w64 gcc-mips-linux-gnu gcc-mips64-linux-gnuabi64
    gcc-mips64el-linux-gnuabi64 gcc-mipsel-linux-gnu gcc-multilib gcc-powerpc64-linux-gnu
    gcc-powerpc64le-linux-gnu gcc-s390x-linux-gnu gcc-sparc64-linux-gnu gcovr gdal-bin gdb gdb-multiarch
    gdbserver gdebi gdebi-core gdisk geany gedit genisoimage gettext gettext-base gfortran ghostscript
    gifsicle gimp git git-all git-buildpackage git-lfs gnupg gnupg-agent gnupg1 gnupg2 gnuplot gnuplot-nox
    gnustep-make gnutls-bin gobjc golang golang-go google-perftools gosu gperf gpg gpg-agent gradle
    graphicsmagick graphite-carbon graphviz grass grep groff groff-base grub-common grub-pc-bin gsl-bin
    gstreamer1.0-libav gstreamer1.0-plugins-bad gstreamer1.0-plugins-base gstreamer1.0-plugins-good
    gstreamer1.0-plugins-ugly gstreamer1.0-tools gstreamer1.0-x gtk2-engines-murrine gtk2-engines-pixbuf
    gtkwave guile-2.2-dev gunicorn gzip handbrake-cli haproxy haskell-stack haveged hdf5-helpers hdf5-tools
    help2man hicolor-icon-theme highlight hmmer html2text htop httpie httping hydra ibus-mozc icu-devtools
    idle ifupdown imagemagick inetutils-ping influxdb init-system-helpers inkscape inotify-tools intltool
    iotop iperf ipmitool iproute2 ipset iptables iputils-ping ipython3 isc-dhcp-server isolinux iw jags jed
    jekyll jetty9 jhead joe john jpegoptim jq jsvc kafkacat kicad kma kmod krb5-user lame latexmk lbzip2
    lcov ldap-utils less lftp lib32readline-dev lib32stdc++6 lib32z1 lib32z1-dev libacl1-dev libagg-dev
    libaio-dev libalgorithm-checkdigits-perl libapache2-mod-fcgid libapache2-mod-perl2 libapache2-mod-php
    libapache2-mod-rpaf libapache2-mod-wsgi-py3 libapparmor-dev libapparmor1 libapr1 libapr1-dev
    libaprutil1 libaprutil1-dev libarchive-dev libarchive-extract-perl libarchive-zip-perl libarchive13
    libargon2-dev libasound2 libasound2-dev libasound2-plugins libaspell-dev libass-dev libassimp-dev
    libatk-bridge2.0-0 libatk1.0-0 libatlas3-base libatomic1 libatspi2.0-0 libattr1-dev libavahi-client-dev
    libavahi-client3 libavahi-compat-libdnssd-dev libavcodec-dev libavcodec-extra libavdevice-dev
    libavfilter-dev libavformat-dev libavutil-dev libbison-dev libblas-dev libblas3 libblocksruntime-dev
    libbluetooth-dev libbluetooth3 libboost-all-dev libboost-chrono-dev libboost-context-dev
    libboost-date-time-dev libboost-dev libboost-filesystem-dev libboost-iostreams-dev
    libboost-program-options-dev libboost-python-dev libboost-regex-dev libboost-serialization-dev
    libboost-system-dev libboost-test-dev libboost-thread-dev libboost-tools-dev libbrotli-dev libbsd-dev
    libbson-dev libbz2-1.0 libbz2-dev libc++-dev libc++abi-dev libc-ares-dev libc-ares2 libc-bin
    libc-dev-bin libc6 libc6-dev libc6-dev-i386 libc6-i386 libcairo2 libcairo2-dev libcairomm-1.0-dev
    libcanberra-gtk3-module libcap-dev libcap2 libcap2-bin libcapnp-dev libcfitsio-dev libcgi-pm-perl
    libchromaprint-dev libclang-dev libclass-isa-perl libclone-perl libcommon-sense-perl libconfig++-dev
    libconfig-std-perl libcppunit-dev libcrypt-openssl-bignum-perl libcrypt-openssl-rsa-perl
    libcrypt-pbkdf2-perl libcrypt-ssleay-perl libcrypto++-dev libcunit1-dev libcups2 libcups2-dev libcurl4
    libcurl4-gnutls-dev libcurl4-openssl-dev libdate-manip-perl libdatetime-perl libdb-dev
    libdbd-mysql-perl libdbd-pg-perl libdbi-perl libdbus-1-3 libdbus-1-dev libdbus-glib-1-2 libdeflate-dev
    libdeflate0 libdevmapper-dev libdigest-sha-perl libdistro-info-perl libdouble-conversion-dev
    libdpkg-perl libdrm-intel1 libdrm-nouveau2 libdrm-radeon1 libdw-dev libdw1 libedit-dev libedit2
    libeigen3-dev libelf-dev libelf1 libemail-address-perl libemail-mime-perl libepoxy-dev liberror-perl
    libev-dev libev4 libevent-dev libexempi8 libexif-dev libexif12 libexpat1 libexpat1-dev libfcgi-dev
    libfcgi-perl libfdt1 libffi-dev libfftw3-dev libfile-copy-recursive-perl libfile-fcntllock-perl
    libfile-mimeinfo-perl libfile-slurp-perl libfile-which-perl libfindbin-libs-perl libfl-dev
    libfontconfig-dev libfontconfig1 libfontconfig1-dev libfreeimage-dev libfreeimage3 libfreetype-dev
    libfreetype6 libfribidi-dev libftdi-dev libfuse-dev libfuse2 libfuzzy-dev libgbm1 libgc-dev libgcc-s1
    libgcrypt20-dev libgd-dev libgd-tools libgd3 libgdal-dev libgdbm-dev libgdiplus libgeoip-dev
    libgeos++-dev libgeos-dev libgeotiff-dev libgetopt-long-descriptive-perl libgflags-dev libgif-dev
    libgirepository1.0-dev libgit2-dev libgl1-mesa-dev libgl1-mesa-dri libgles2-mesa-dev libglew-dev
    libglfw3 libglfw3-dev libglib2.0-0 libglib2.0-dev libglm-dev libglpk-dev libglu1-mesa libglu1-mesa-dev
    libgmp-dev libgmp10 libgmp3-dev libgnustep-base-dev libgnutls28-dev libgnutls30 libgomp1
    libgoogle-glog-dev libgoogle-perftools-dev libgpg-error-dev libgpg-error0 libgraphicsmagick1-dev
    libgraphviz-dev libgsf-1-dev libgsl-dev libgslcblas0 libgssapi-krb5-2 libgssglue-dev libgssrpc4
    libgstreamer-plugins-base1.0-0 libgstreamer-plugins-base1.0-dev libgstreamer1.0-0 libgstreamer1.0-dev
    libgtest-dev libgtk-3-0 libgtk-3-dev libgtk2.0-0 libgtk2.0-dev libgtkmm-2.4-dev libhdf4-alt-dev
    libhdf5-dev libhiredis-dev libhtml-parser-perl libhttp-parser-dev libhwloc-dev libiberty-dev
    libical-dev libice6 libicu-dev libimage-exiftool-perl libimage-info-perl libio-socket-inet6-perl
    libio-socket-ip-perl libio-socket-ssl-perl libjansson-dev libjansson4 libjemalloc-dev libjemalloc2
    libjna-java libjpeg-dev libjpeg-turbo-progs libjpeg62-turbo libjpeg62-turbo-dev libjq-dev libjson-c-dev
    libjson-glib-dev libjson-perl libjson-xs-perl libjsoncpp-dev libk5crypto3 libkeyutils1 libkrb5-3
    libkrb5-dev libkrb5support0 libkyotocabinet-dev liblapack-dev liblapack3 liblapacke-dev liblcms2-2
    liblcms2-dev libldap2-dev libldns-dev libleptonica-dev libleveldb-dev liblist-moreutils-perl
    liblmdb-dev liblocal-lib-perl liblockfile-bin liblockfile-simple-perl liblog-log4perl-perl
    liblog4cplus-dev libltdl-dev libltdl7 liblua5.1-0-dev liblua5.2-dev libluajit-5.1-dev liblz4-dev
    liblzma-dev liblzma5 liblzo2-2 liblzo2-dev libmad0 libmagic-dev libmagick++-dev libmagickcore-dev
    libmagickwand-dev libmail-spf-perl libmapnik-dev libmariadb-dev libmariadb-dev-compat libmariadb3
    libmariadbd-dev libmaxminddb-dev libmbedtls-dev libmcrypt-dev libmcrypt4 libmecab-dev libmemcached-dev
    libmemcached11 libmhash-dev libmhash2 libmicrohttpd-dev libminiupnpc-dev libmnl-dev
    libmodule-build-perl libmodule-install-perl libmongoc-dev libmoo-perl libmoose-perl libmotif-dev
    libmount-dev libmp3lame-dev libmpc-dev libmpfr-dev libmysql++-dev libmysqlcppconn-dev
    libnagios-object-perl libncurses-dev libncurses6 libnet-dns-perl libnet-smtp-ssl-perl
    libnet-ssleay-perl libnet-sslglue-perl libnet1-dev libnetcdf-dev libnetfilter-queue-dev
    libnetfilter-queue1 libnl-3-200 libnl-3-dev libnl-genl-3-dev libnl-route-3-dev libnlopt-dev libnm-dev
    libnotify-bin libnotify-dev libnotify4 libnspr4 libnspr4-dev libnss-sss libnss3 libnss3-dev
    libnss3-tools libntlm0 libnuma-dev libogg-dev libomp-dev libonig-dev libopenal-dev libopenbabel-dev
    libopenblas-dev libopencore-amrnb-dev libopencore-amrwb-dev libopencv-dev libopenexr-dev libopenjp2-7
    libopenjp2-7-dev libopenmpi-dev libopus-dev libosmesa6-dev libosmpbf-dev libossp-uuid-dev libp11-kit0
    libpam-ldapd libpam0g-dev libpango-1.0-0 libpango1.0-dev libpangocairo-1.0-0 libparams-validate-perl
    libpcap-dev libpcap0.8 libpcap0.8-dev libpdf-api2-perl libperl-dev libperl4-corelibs-perl libpixman-1-0
    libpixman-1-dev libpng++-dev libpng-dev libpng16-16 libpoppler-cpp-dev libpopt-dev
    libpostgresql-jdbc-java libpostproc-dev libpq-dev libpq5 libpqxx-dev libproj-dev libprotobuf-c-dev
    libprotobuf-dev libprotoc-dev libpspell-dev libpthread-stubs0-dev libpulse-dev libpulse0
    libpython3-all-dev libpython3-dev libqhull-dev libqrencode-dev libqt5dbus5 libqt5gui5 libqt5network5
    libqt5opengl5-dev libqt5qml5 libqt5serialport5 libqt5sql5 libqt5websockets5 libqt5widgets5
    libqt5x11extras5-dev libquadmath0 librabbitmq-dev librados-dev librados2 libraptor2-dev librdf0-dev
    librdkafka-dev libre2-dev libreadline-dev libreoffice libreoffice-calc libreoffice-l10n-zh-tw
    libreoffice-writer librose-db-object-perl librose-db-perl librose-object-perl librrd-dev librrds-perl
    librsvg2-2 librsvg2-bin librsvg2-dev librsync-dev librtlsdr-dev librtlsdr0 librtmp-dev libsamplerate0
    libsamplerate0-dev libsasl2-2 libsasl2-dev libsasl2-modules libsasl2-modules-gssapi-mit libsctp-dev
    libsctp1 libsdl-gfx1.2-dev libsdl-image1.2-dev libsdl1.2-dev libsdl1.2debian libsdl2-2.0-0 libsdl2-dev
    libseccomp-dev libsecret-1-dev libslang2-dev libsm-dev libsm6 libsmbclient-dev libsnappy-dev
    libsnappy1v5 libsndfile1 libsndfile1-dev libsnmp-dev libsoap-lite-perl libsodium-dev libsodium23
    libsort-naturally-perl libsoup2.4-dev libsox-fmt-mp3 libspatialindex-dev libspatialite-dev libspeex-dev
    libspeexdsp-dev libsqlite3-0 libsqlite3-dev libssh-dev libssh2-1 libssh2-1-dev libssl-dev libstdc++6
    libstring-random-perl libstring-shellquote-perl libstxxl-dev libsuitesparse-dev libsvn-dev libsvn-perl
    libsvn1 libswitch-perl libswresample-dev libswscale-dev libsybdb5 libsystemd-dev libtag1-dev libtasn1-6
    libtbb-dev libtcnative-1 libtelnet-dev libtemplate-perl libtesseract-dev libtext-csv-xs-perl
    libtext-iconv-perl libtext-unidecode-perl libtheora-dev libtidy-dev libtiff-dev libtiff-tools
    libtiff5-dev libtimedate-perl libtinyxml-dev libtokyocabinet-dev libtool libtool-bin libudev-dev
    libudunits2-dev libunistring-dev libunwind8 liburi-perl liburing-dev libusb-0.1-4 libusb-1.0-0
    libusb-1.0-0-dev libusb-dev libuuid1 libuv1 libuv1-dev libv4l-0 libv4l-dev libva-dev libvdpau-dev
    libvirt-clients libvirt-daemon-system libvirt-dev libvlc-dev libvlccore-dev libvncserver-dev
    libvorbis-dev libvpx-dev libwebp-dev libwebsockets-dev libwrap0-dev libwww-perl libx11-6 libx11-data
    libx11-dev libx11-xcb-dev libx11-xcb1 libx264-dev libxau6 libxaw7 libxcb-render0 libxcb-shape0-dev
    libxcb-shm0 libxcb-shm0-dev libxcb-xfixes0 libxcb-xfixes0-dev libxcb1 libxcb1-dev libxcomposite1
    libxcursor-dev libxcursor1 libxdamage1 libxdmcp6 libxerces-c-dev libxext-dev libxext6 libxfixes-dev
    libxfixes3 libxft-dev libxft2 libxi-dev libxi6 libxinerama-dev libxinerama1 libxkbcommon0
    libxkbfile-dev libxkbfile1 libxml++2.6-dev libxml-libxml-perl libxml-libxml-simple-perl
    libxml-parser-perl libxml-simple-perl libxml-writer-perl libxml2 libxml2-dev libxml2-utils
    libxmlsec1-dev libxmu-dev libxmu-headers libxmu6 libxpm-dev libxpm4 libxrandr-dev libxrandr2
    libxrender-dev libxrender1 libxslt1-dev libxslt1.1 libxss1 libxt-dev libxt6 libxtst-dev libxtst6
    libxv-dev libxvidcore-dev libxxf86vm-dev libxxf86vm1 libyajl-dev libyaml-0-2 libyaml-cpp-dev
    libyaml-dev libyaml-perl libzip-dev libzmq3-dev libzmq5 libzstd-dev lighttpd links lintian
    linux-headers-amd64 linux-libc-dev linux-perf littler lld lldb llvm llvm-dev lm-sensors lmodern locales
    locales-all locate logrotate lolcat lsb-base lsb-release lsof ltrace lua-cjson lua-dbi-postgresql
    lua-event lua-sec lua-zlib lua5.1 lua5.2 lua5.3 luajit luarocks lv lxc lxde lynx lzip lzma lzop m4
    mafft mailutils make man-db manpages manpages-dev mapnik-utils mariadb-client mariadb-common
    mariadb-server masscan maven mc mcrypt mecab mecab-ipadic-utf8 mediainfo memcached mercurial
    mercurial-common mesa-common-dev mesa-utils meson mingw-w64 mkvtoolnix monit mono-complete mono-devel
    mono-mcs mono-runtime mopidy moreutils mosh mosquitto mosquitto-clients mpc mpg123 mpi-default-bin
    mpich mplayer msmtp msmtp-mta mtools mtr mtr-tiny multitail mummer munin munin-node musl-dev musl-tools
    mysql-common n2n nano nasm ncbi-blast+ ncdu ncurses-bin neovim net-tools netbase netcat-openbsd
    netcat-traditional netcdf-bin nettle-dev nfs-common nginx nginx-extras nginx-full nginx-light
    ninja-build nkf nmap node-clean-css node-global-modules node-global-prefix node-gyp node-less
    node-npm-run-path nodejs novnc npm nullmailer numactl nvi obconf ocaml ocl-icd-dev ocl-icd-libopencl1
    ocl-icd-opencl-dev octave octave-struct odbc-postgresql opam openbabel openbox openbsd-inetd
    opencl-headers opendkim opendkim-tools opendmarc openjfx openmpi-bin openmpi-common openmpi-doc
    openslide-tools openssh-client openssh-server openssl openvpn optipng osm2pgsql osmctools osmosis p7zip
    p7zip-full pandoc par2 parallel parted patch patchelf patchutils pbzip2 pciutils pcscd pdf2svg
    pdns-server percona-toolkit perl perl-base perl-doc php php-amqp php-apcu php-bcmath php-bz2 php-cli
    php-common php-curl php-db php-dev php-fpm php-gd php-gmp php-gnupg php-imagick php-intl php-json
    php-ldap php-mail php-mbstring php-memcache php-memcached php-mongodb php-mysql php-odbc php-pear
    php-pgsql php-redis php-soap php-sqlite3 php-ssh2 php-tidy php-uuid php-xdebug php-xml php-xmlrpc
    php-yaml php-zip phpmyadmin phpunit picard pigz pkg-config pkgconf pngcrush pngquant poppler-utils
    portaudio19-dev postfix postfix-ldap postfix-mysql postfix-pcre postfix-policyd-spf-python postgis
    postgresql postgresql-client postgresql-client-common postgresql-common postgresql-server-dev-all
    postgrey ppp procps prodigal proj-bin protobuf-c-compiler protobuf-compiler psmisc psutils pulseaudio
    pulseaudio-utils pure-ftpd pv pwgen pylint python-is-python3 python3 python3-all-dev python3-babel
    python3-biopython python3-bson python3-cffi python3-cryptography python3-cups python3-dateutil
    python3-decorator python3-dev python3-dnspython python3-gdal python3-gi python3-jinja2
    python3-lazy-object-proxy python3-ldap python3-lxml python3-matplotlib python3-minimal
    python3-netifaces python3-numpy python3-opencv python3-openslide python3-openssl python3-pandas
    python3-pexpect python3-pil python3-pip python3-pkg-resources python3-psycopg2 python3-pycurl
    python3-pygments python3-pytest python3-requests python3-scipy python3-setproctitle python3-setuptools
    python3-sh python3-six python3-sklearn python3-sphinx python3-sqlalchemy python3-tk python3-tornado
    python3-unidecode python3-uno python3-venv python3-virtualenv python3-wheel python3-yaml python3-zmq
    python3-zope.interface pyzor qemu-system qemu-system-x86 qemu-user qemu-user-static qgis
    qml-module-qtgraphicaleffects qml-module-qtquick-controls qpdf qt5-qmake qtbase5-dev qtdeclarative5-dev
    qtmultimedia5-dev qttools5-dev qttools5-dev-tools qtwebengine5-dev quilt r-base r-base-core r-base-dev
    r-cran-ggplot2 r-cran-littler r-recommended rabbitmq-server rake ranger rapidjson-dev razor rbenv
    rdiff-backup re2c redis-server redis-tools rename reprepro rlwrap roary rpl rpm rrdtool rsync rsyslog
    rt-tests rtl-sdr ruby ruby-bundler ruby-dev ruby-full ruby-sass rubygems-integration runit rustc s3cmd
    samba samba-common samtools sasl2-bin sbuild scala schedtool scons screen sed sendmail
    shadowsocks-libev shared-mime-info sharutils shellcheck silversearcher-ag slapd slurm smbclient snmp
    snmpd snp-sites socat sox spamassassin spawn-fcgi sqlite3 sqlmap squashfs-tools sra-toolkit ssh sshfs
    sshpass ssl-cert sslh ssmtp stow strace stress subversion sudo supervisor swig sysbench syslinux
    syslog-ng syslog-ng-core syslog-ng-mod-redis sysstat systemd systemd-sysv systemtap-sdt-dev tabix tar
    task-japanese tcl tcl-dev tcl8.6-dev tcpdump tcsh tdsodbc telnet terminator tesseract-ocr
    tesseract-ocr-deu tesseract-ocr-eng tesseract-ocr-osd texi2html texinfo texlive texlive-base
    texlive-bibtex-extra texlive-extra-utils texlive-font-utils texlive-fonts-extra
    texlive-fonts-recommended texlive-full texlive-humanities texlive-lang-all texlive-lang-french
    texlive-lang-german texlive-latex-base texlive-latex-extra texlive-latex-recommended texlive-luatex
    texlive-pictures texlive-science texlive-xetex thin-provisioning-tools tidy tig tigervnc-common
    tigervnc-standalone-server tightvncserver time tini tk tk-dev tk8.6-dev tmux tofrodos toilet tor
    traceroute transmission-cli transmission-common transmission-daemon tree tshark ttfautohint tzdata
    u-boot-tools ubuntu-dev-tools ucf udev ufw unattended-upgrades unixodbc unixodbc-dev unrar-free unrtf
    unzip usbutils uthash-dev util-linux uuid uuid-dev uuid-runtime uwsgi uwsgi-plugin-php
    uwsgi-plugin-python3 v4l-utils valac valgrind varnish vcftools vim vim-common vim-nox vim-tiny
    virt-viewer virtualenv virtualenvwrapper vlc vlc-data vnstat vorbis-tools vsftpd w3m wait-for-it
    wavpack webp websockify wget whiptail whois winbind wine wine64 wireless-tools wireshark x11-apps
    x11-common x11-utils x11-xkb-utils x11-xserver-utils x11proto-core-dev x11proto-xext-dev x11vnc x264
    x2goserver x2goserver-xsession xauth xclip xdg-user-dirs xdg-utils xdot xdotool xfce4 xfce4-goodies
    xfce4-terminal xfonts-100dpi xfonts-75dpi xfonts-base xfonts-scalable xfonts-utils xfsprogs xinetd
    xinit xl2tpd xmlsec1 xmlstarlet xmlto xorg xorg-dev xorriso xrdp xsel xserver-xephyr xserver-xorg
    xserver-xorg-core xserver-xorg-dev xserver-xorg-video-dummy xsltproc xtail xterm xutils-dev xvfb xxd
    xz-utils xzdec yasm yubico-piv-tool zabbix-agent zenity zip zlib1g zlib1g-dev zoneminder zookeeper
    zookeeperd zsh zstd`,
  'bullseye bookworm': `
    autoconf2.13 bind9utils cgroupfs-mount dnsutils docker dstat fonts-kacst freerdp2-dev gamin
    ganglia-monitor gconf-service gconf2 ggobi gimp-plugin-registry imagemagick-common imagemagick-doc
    libaio1 libasn1-8-heimdal libatlas-base-dev libbabeltrace-ctf-dev libc-client2007e libc-client2007e-dev
    libcanberra-gtk-module libcurl3-gnutls libcurl4-nss-dev libegl1-mesa libfcgi0ldbl libfreetype6-dev
    libgconf-2-4 libgconf2-dev libgdk-pixbuf2.0-0 libgdk-pixbuf2.0-dev libgeos-c1v5 libgl1-mesa-glx
    libglapi-mesa libglibmm-2.4-1v5 libglw1-mesa libgssapi3-heimdal libgtkextra-dev libgtkglext1
    libheimbase1-heimdal libheimntlm0-heimdal libhx509-5-heimdal libidn11-dev libkrb5-26-heimdal
    liblz4-tool libmagickwand-6.q16-dev libmysqlcppconn7v5 libncurses5 libncurses5-dev libncursesw5
    libncursesw5-dev libneon27-gnutls liboctave-dev libodbc1 libpango1.0-0 libpcre3 libpcre3-dev
    libqt5core5a libqt5webkit5-dev librecode0 libsensors4-dev libsoup-gnome2.4-1 libsoup2.4-1 libstdc++5
    libstxxl1v5 libtag1v5 libtinfo-dev libtinfo5 libwind0-heimdal libxmlsec1-openssl libzip4 mime-support
    mlocate multistrap ntp ntpdate nuget nunit nunit-console openjdk-17-jre-headless pdftk php-date
    php-dompdf php-fxsl php-imap php-mdb2 php-pspell php-tideways postgresql-contrib python3-distutils
    python3-neovim python3-nose python3-renderpm python3-software-properties software-properties-common
    unoconv wkhtmltopdf xpra youtube-dl`,
  'bullseye trixie': 'oinkmaster xfonts-cyrillic',
  'bookworm trixie': `
    graphite-web libqt6core6 libqt6qml6 libqt6sql6-mysql libqt6sql6-odbc libqt6sql6-psql libqt6sql6-sqlite
    libqt6xml6 libssl3 liburing2 libyuv-dev php-mcrypt qmake6 qt6-base-dev qt6-base-dev-tools
    qt6-declarative-dev qt6-tools-dev-tools sphinxsearch`,
  bullseye: `
    clang-9 dpatch dpkg-sig freeglut3 g++-10 gnome-themes-standard gnome-tweak-tool golang-glide gpac
    gvfs-bin haskell-platform julia libavresample-dev libdc1394-22-dev libfftw3-3 libgs9 libidn11
    libldap-2.4-2 liblttng-ust0 libnetpbm10-dev libnss-ldap libopenblas-base libpangox-1.0-0 libprocps-dev
    libpython2.7 libpython2.7-dev libssl1.1 libtbb2 libtiff5 libwebp6 llvm-9-dev netcat openjdk-11-jdk
    openjdk-11-jre openjdk-11-jre-headless pandoc-citeproc php-apcu-bc php-geoip php7.4-bcmath php7.4-cli
    php7.4-curl php7.4-fpm php7.4-gd php7.4-intl php7.4-json php7.4-mbstring php7.4-mysql php7.4-pgsql
    php7.4-xml php7.4-zip postgresql-13 pypy python-all python-all-dev python-jinja2 python-pkg-resources
    python-ply python-setuptools python-six python-tk python2.7 python2.7-dev python2.7-minimal qemu
    rng-tools ttf-unifont`,
  bookworm: 'gcc-11',
  trixie: `
    binutils-gold gcc-x86-64-linux-gnu kubectl libphp8.4-embed libssl3t64 php8.4-cli php8.4-dev php8.4-fpm
    php8.4-mbstring php8.4-mysql php8.4-pgsql php8.4-xml phppgadmin python3-numpy-dev tzdata-legacy
    zabbix-sender`,
  none: `
    ack-grep android-tools-adb android-tools-fastboot apache2.2-common apt-get aufs-tools btrfs-tools
    camlp4-extra chromium-browser clang-3.5 clang-6.0 clang-7 containerd.io createrepo ctags cython
    deb-multimedia-keyring depends dh-systemd docker-ce docker-ce-cli docker-engine drush e2fslibs-dev
    elasticsearch emacs24-nox esl-erlang exiftool fftw3 fftw3-dev firefox for fortran77-compiler fortune
    fsharp g++-4.8 g++-5 g++-6 g++-7 g++-8 galera gcc-4.8 gcc-5 gcc-6 gcc-7 gcc-arm-embedded ghc-haddock
    gimp-resynthesizer git-core google-chrome-stable google-chrome-unstable google-cloud-sdk graphviz-dev
    gregorio gregoriotex grub happy-1.19.5 hhvm host hugs98 iasl iceweasel iproute ipython ipython-notebook
    jenkins language-pack-de-base language-pack-en language-pack-en-base language-pack-ja
    language-pack-ja-base language-pack-zh-hans language-pack-zh-hant latex-xcolor letsencrypt lib32gcc1
    lib32ncurses5 lib32ncurses5-dev lib32tinfo5 libapache2-mod-php5 libapache2-mod-php7.0
    libapache2-mod-php7.1 libapache2-mod-php7.2 libapache2-mod-php7.3 libapache2-mod-wsgi
    libappindicator-dev libappindicator1 libappindicator3-1 libasound-dev libatlas-dev libatlas3gf-base
    libav-tools libavformat57 libavutil55 libblacs-mpi-dev libboost1.54-all-dev libboost1.55-all-dev
    libc-client-dev libc-dev libcairo-dev libcurl3 libcurl3-dev libcurl3-gnutls-dev libdb4.8++-dev
    libdb4.8-dev libdcmtk2-dev libdigest-md5-perl libexpat-dev libffi6 libfontconfig libgcc1 libgconf2-4
    libgcrypt-dev libgcrypt11-dev libgd-gd2-perl libgd2-xpm-dev libgdbm3 libgeos-c1 libgfortran3
    libghc-terminfo-dev libglib2.0 libglu1 libgnome-keyring-dev libgnutls-dev libgnutls-openssl-dev
    libgpgme11-dev libgsl0-dbg libgsl0-dev libgstreamer-plugins-base0.10-dev libgstreamer0.10-dev
    libhdf5-serial-dev libicu52 libicu55 libicu57 libicu60 libindicator7 libjasper-dev libjemalloc1
    libjpeg-progs libjpeg-turbo8 libjpeg-turbo8-dev libjpeg62 libjpeg62-dev libjpeg8 libjpeg8-dev libjson0
    libjson0-dev libltdl7-dev liblua5.1-dev libmagickcore-6.q16-2-extra libmariadb-client-lgpl-dev
    libmariadb2 libmariadbclient-dev libmariadbclient-dev-compat libmysqlclient-dev libmysqlclient18
    libnet-dev libphp-predis libpng12-0 libpng12-dev libpqxx3-dev libprotobuf-c0-dev libprotobuf10
    libpython-dev libqt4-dev libqt4-webkit libqt5scintilla2-dev libqtwebkit-dev libraspberrypi-bin
    libreadline-gplv2-dev libreadline6 libreadline6-dev libreadline7 libsdl-dev libsndfile-dev
    libsqlite-dev libssl1.0 libssl1.0-dev libssl1.0.0 libssl1.0.2 libsys-syslog-perl libt1-dev
    libtidy-0.99-0 libtiff4-dev libunwind8-dev libv8-dev libvirt-bin libwxgtk3.0-dev libxslt-dev libz-dev
    libzmq-dev libzmq3 libzmq5-dev linux-image-generic llvm-6.0 llvm-7 logstash lxc-docker lynx-cur man
    mesos metasploit-framework module-init-tools mongodb mongodb-10gen mongodb-clients mongodb-org
    mongodb-org-server mongodb-org-shell mongodb-org-tools mongodb-server mono-gmcs monodevelop msbuild
    msodbcsql msodbcsql17 mssql-tools mysql-client mysql-server mysql-server-5.5 mysql-server-5.6
    ncurses-dev newrelic-php5 nikto node nodejs-legacy ocaml-native-compilers omc omlib-modelica-3.2.2
    openjdk-6-jdk openjdk-7-jdk openjdk-7-jre openjdk-7-jre-headless openjdk-8-jdk openjdk-8-jdk-headless
    openjdk-8-jre openjdk-8-jre-headless openjdk-9-jdk-headless openjdk-9-jre oracle-java7-installer
    oracle-java8-installer oracle-java8-set-default par2-tbb pdftohtml percona-server-client-5.6
    percona-server-server-5.6 percona-xtrabackup perl-modules pgadmin3 pgp phantomjs php-apc php-ctype
    php-dom php-elisp php-fileinfo php-iconv php-mysqli php-mysqlnd php-opcache php-pdo php-simplexml
    php-sockets php-xsl php5 php5-apcu php5-cgi php5-cli php5-common php5-curl php5-dev php5-fpm php5-gd
    php5-imagick php5-imap php5-intl php5-json php5-ldap php5-mcrypt php5-memcache php5-memcached php5-ming
    php5-mysql php5-mysqlnd php5-odbc php5-pgsql php5-ps php5-pspell php5-recode php5-redis php5-sqlite
    php5-tidy php5-xdebug php5-xmlrpc php5-xsl php5.6 php5.6-bcmath php5.6-cgi php5.6-cli php5.6-common
    php5.6-curl php5.6-dev php5.6-fpm php5.6-gd php5.6-imap php5.6-intl php5.6-json php5.6-ldap
    php5.6-mbstring php5.6-mcrypt php5.6-mysql php5.6-pgsql php5.6-pspell php5.6-redis php5.6-soap
    php5.6-sqlite3 php5.6-tidy php5.6-xml php5.6-xmlrpc php5.6-xsl php5.6-zip php7.0 php7.0-bcmath
    php7.0-bz2 php7.0-cgi php7.0-cli php7.0-common php7.0-curl php7.0-dev php7.0-fpm php7.0-gd php7.0-gmp
    php7.0-imap php7.0-intl php7.0-json php7.0-ldap php7.0-mbstring php7.0-mcrypt php7.0-memcached
    php7.0-mysql php7.0-mysqlnd php7.0-odbc php7.0-opcache php7.0-pgsql php7.0-pspell php7.0-readline
    php7.0-recode php7.0-redis php7.0-snmp php7.0-soap php7.0-sqlite3 php7.0-tidy php7.0-xml php7.0-xmlrpc
    php7.0-xsl php7.0-zip php7.1 php7.1-apcu php7.1-bcmath php7.1-bz2 php7.1-cgi php7.1-cli php7.1-common
    php7.1-curl php7.1-dba php7.1-dev php7.1-fpm php7.1-gd php7.1-gmp php7.1-imagick php7.1-imap
    php7.1-intl php7.1-json php7.1-ldap php7.1-mbstring php7.1-mcrypt php7.1-mysql php7.1-odbc
    php7.1-opcache php7.1-pgsql php7.1-pspell php7.1-readline php7.1-recode php7.1-redis php7.1-snmp
    php7.1-soap php7.1-sqlite3 php7.1-tidy php7.1-xdebug php7.1-xml php7.1-xmlrpc php7.1-xsl php7.1-zip
    php7.2 php7.2-bcmath php7.2-bz2 php7.2-cgi php7.2-cli php7.2-common php7.2-curl php7.2-dev php7.2-fpm
    php7.2-gd php7.2-gmp php7.2-imap php7.2-interbase php7.2-intl php7.2-json php7.2-ldap php7.2-mbstring
    php7.2-mysql php7.2-odbc php7.2-opcache php7.2-pgsql php7.2-phpdbg php7.2-pspell php7.2-readline
    php7.2-recode php7.2-redis php7.2-snmp php7.2-soap php7.2-sqlite php7.2-sqlite3 php7.2-sybase
    php7.2-tidy php7.2-xdebug php7.2-xml php7.2-xmlrpc php7.2-xsl php7.2-zip php7.3 php7.3-bcmath
    php7.3-cli php7.3-common php7.3-curl php7.3-dev php7.3-fpm php7.3-gd php7.3-intl php7.3-json
    php7.3-ldap php7.3-mbstring php7.3-mysql php7.3-opcache php7.3-pgsql php7.3-readline php7.3-soap
    php7.3-xml php7.3-zip php7.4-apcu php7.4-ctype php7.4-dom php7.4-exif php7.4-iconv php7.4-pdo
    php7.4-pdo-mysql php7.4-pdo-pgsql php7.4-phar php7.4-xdebug php8.3-cli php8.3-dev php8.3-mysql php8.5
    php8.5-cli php8.5-common php8.5-curl php8.5-dev php8.5-fpm php8.5-mbstring php8.5-mysql php8.5-pgsql
    php8.5-xml polipo postgresql-9.3 postgresql-9.3-postgis-2.1 postgresql-9.5 postgresql-client-10
    postgresql-client-9.3 postgresql-client-9.5 postgresql-client-9.6 postgresql-contrib-13
    postgresql-contrib-9.3 proftpd pyflakes python python-apt python-argparse
    python-backports.ssl-match-hostname python-beautifulsoup python-biopython python-boto python-cairo
    python-cheetah python-crypto python-cryptography python-dateutil python-dev python-distribute
    python-django python-django-tagging python-docutils python-feedparser python-flask python-gdal
    python-gevent python-h5py python-httplib2 python-imaging python-keyczar python-ldap python-libvoikko
    python-libxml2 python-lxml python-m2crypto python-mako python-mapnik python-markdown python-matplotlib
    python-memcache python-minimal python-mock python-mysqldb python-netaddr python-nose python-numpy
    python-opencv python-openssl python-pandas python-paramiko python-passlib python-pil python-pillow
    python-pip python-protobuf python-psutil python-psycopg2 python-pydot python-pygments python-pyparsing
    python-pysqlite2 python-qt4 python-renderpm python-requests python-sabyenc python-scipy python-serial
    python-simplejson python-skimage python-sklearn python-software-properties python-sphinx python-support
    python-sympy python-twisted python-virtualenv python-vobject python-websocket python-werkzeug
    python-wheel python-wstool python-yaml python-zmq python3-crypto python3-pillow python3.4-dev python3.5
    python3.5-dev python3.6 python3.6-dev python3.6-venv python3.7 python3.7-dev python3.8 qemu-kvm
    qt5-default referenceassemblies-pcl ruby-compass ruby1.9.1 ruby1.9.1-dev ruby1.9.3 ruby2.0 ruby2.0-dev
    ruby2.1 ruby2.1-dev ruby2.2 ruby2.3 ruby2.3-dev ruby2.4 ruby2.4-dev ruby2.6 ruby2.6-dev rubygems
    sabnzbdplus sbt snapcraft solc sqlfairy sqlite squid3 ssh-client tcl8.5 tcl8.5-dev texlive-base-bin
    texlive-generic-recommended texlive-math-extra tk8.5-dev tomcat7 tomcat8 ttf-dejavu ttf-freefont
    ttf-liberation ttf-mscorefonts-installer ttf-ubuntu-font-family ttf-wqy-microhei ttf-wqy-zenhei unrar
    upx uwsgi-plugin-python watch wheezy-backports winehq-stable winetricks yarn zlibc`,
}

/** Names that a release has as another name of packages only: whether that does is not known. */
export const providedInDebian: Readonly<Record<string, string>> = {
  'bullseye bookworm trixie': `
    ack-grep android-tools-adb android-tools-fastboot camlp4-extra ctags e2fslibs-dev exiftool
    fortran77-compiler fortune ghc-haddock git-core graphviz-dev gregorio gregoriotex host iasl letsencrypt
    libappindicator3-1 libasound-dev libblacs-mpi-dev libc-dev libcairo-dev libcurl3-dev
    libcurl3-gnutls-dev libdigest-md5-perl libexpat-dev libfontconfig libgcc1 libgcrypt-dev libgd-gd2-perl
    libghc-terminfo-dev libglu1 libgnutls-openssl-dev libgpgme11-dev libgsl0-dbg libgsl0-dev
    libhdf5-serial-dev libjpeg-progs libjpeg62 liblua5.1-dev libmariadbclient-dev-compat libnet-dev
    libqt5scintilla2-dev libreadline6-dev libsdl-dev libsndfile-dev libsys-syslog-perl libunwind8-dev
    libv8-dev libxslt-dev libz-dev libzmq5-dev linux-image-generic man ncurses-dev ocaml-native-compilers
    pdftohtml perl-modules pgp php-ctype php-dom php-elisp php-fileinfo php-iconv php-mysqli php-mysqlnd
    php-opcache php-pdo php-simplexml php-sockets php-xsl proftpd python-libvoikko python3-pillow qemu-kvm
    rubygems sqlfairy ssh-client texlive-base-bin ttf-wqy-zenhei watch`,
  'bookworm trixie': 'libnss-ldap netcat rng-tools',
  'bullseye bookworm': `
    binutils-gold galera gcc-x86-64-linux-gnu gimp-resynthesizer grub hugs98 lib32ncurses5-dev
    libappindicator-dev libappindicator1 libc-client-dev libltdl7-dev libmagickcore-6.q16-2-extra
    python3-numpy-dev ttf-wqy-microhei yarn`,
  'bullseye trixie': 'upx',
  bookworm: 'libnetpbm10-dev zabbix-sender',
  bullseye: `
    fftw3 fftw3-dev libdcmtk2-dev libphp-predis php7.4-apcu php7.4-ctype php7.4-dom php7.4-exif
    php7.4-iconv php7.4-pdo php7.4-pdo-mysql php7.4-pdo-pgsql php7.4-phar php7.4-xdebug
    postgresql-contrib-13 python python-argparse python-dev python-distribute squid3`,
  trixie: `
    bind9utils dnsutils dstat gnome-tweak-tool imagemagick-common imagemagick-doc libasn1-8-heimdal
    libbabeltrace-ctf-dev libcurl3-gnutls libfcgi0ldbl libfreetype6-dev libgeos-c1v5 libglapi-mesa
    libglibmm-2.4-1v5 libglw1-mesa libgssapi3-heimdal libheimbase1-heimdal libheimntlm0-heimdal
    libhx509-5-heimdal libidn11-dev libkrb5-26-heimdal libmysqlcppconn7v5 libncurses5-dev libncursesw5-dev
    libneon27-gnutls libqt5core5a libsoup-gnome2.4-1 libsoup2.4-1 libstxxl1v5 libtinfo-dev libwind0-heimdal
    libxmlsec1-openssl pdftk php-pspell postgresql-contrib python3-neovim python3-renderpm`,
}
