import { wordsIn } from './words.js'

/**
 * What programs look for in a system, as the words of their sources show it, and what of that an empty image lacks.
 * Source: the manuals of the C library, Go and Rust; glibc's release notes; tried on bookworm, November 2026.
 */

export interface Want {
  /** Of sources in these languages alone. */
  readonly in: readonly ('C' | 'Go' | 'Rust')[]
  readonly words: RegExp
  /** Behind `` `main.c` ``. */
  readonly because: string
}

/** What is missed in an image without files; the first that is seen tells. */
export const wants: readonly Want[] = [
  {
    in: ['C', 'Go', 'Rust'],
    words:
      /\b(tmpfile|tmpnam|tempnam|mkstemps?|mkdtemp)\s*\(|\bos\.(CreateTemp|MkdirTemp|TempDir)\b|\bioutil\.Temp|\btemp_dir\(|\btempfile::|["'`]\/(var\/)?tmp\b/,
    because: 'writes temporary files, and there is no /tmp',
  },
  {
    in: ['C', 'Go', 'Rust'],
    words: /\b(getpw|getgr|initgroups|getlogin|cuserid)\w*\s*\(|"os\/user"|\busers::get/,
    because: 'looks up users, and none has a name',
  },
  {
    in: ['C'],
    words: /\b(iconv_open|bindtextdomain|textdomain|catopen|wordexp|getservby\w*|getprotoby\w*)\s*\(/,
    because: 'looks for files of the C library',
  },
  {
    in: ['C', 'Rust'],
    words: /["'`]\/(usr|lib|lib64|bin|sbin|opt|var\/lib)\//,
    because: 'names files of a system',
  },
  {
    in: ['Go', 'Rust'],
    words: /["'`]\/(usr|lib|bin|sbin)\/[\w/]/,
    because: 'names files of a system',
  },
]

/** Words of sources that open connections in which certificates count. */
export const securedWords = /net\/http"|crypto\/(tls|x509)"|grpc"|openssl|curl\/curl|gnutls|mbedtls|wolfssl/

/** Words of sources that look up names of hosts, for which the C library loads others before glibc 2.34. */
export const lookupWords = /\b(getaddrinfo|gethostby\w+|getnameinfo|res_query)\s*\(/

/** Words of sources that go by the locale of the environment. */
export const localeWords = /\bsetlocale\s*\(|\bnewlocale\s*\(|std::locale/

/** Words of sources that load a time zone by its name. */
export const zoneWords = /\bLoadLocation\(|\btzset\s*\(|\btzalloc\s*\(/

/**
 * Packages for development whose library at run time is one or more shared objects and nothing else, and looks for no
 * file of a system. Source: the lists of files of those libraries in bookworm, November 2026; domain knowledge.
 */
export const isWholeLibrary = (development: string): boolean => wholeLibraries.has(development)

const wholeLibraries = new Set(
  wordsIn(`
    libacl1-dev libbz2-dev libcap-dev libcjson-dev libev-dev libexpat1-dev libffi-dev libfmt-dev libgmp-dev
    libjansson-dev libjpeg-dev libjpeg62-turbo-dev liblcms2-dev liblmdb-dev liblz4-dev liblzma-dev libmnl-dev
    libnghttp2-dev libonig-dev libpcre2-dev libpcre3-dev libpng-dev libseccomp-dev libsnappy-dev libsodium-dev
    liburing-dev libwebp-dev libyaml-dev libzstd-dev zlib1g-dev`),
)

/** Releases whose C library looks up names by itself: glibc 2.34 and newer. */
export const looksUpAlone = (release: string): boolean =>
  /^(bookworm|trixie|forky|jammy|kinetic|lunar|mantic|noble|oracular|plucky|questing)$/.test(release)
