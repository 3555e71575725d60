import { wordsIn } from './words.js'

/**
 * What commands of Debian's base come to on Alpine, whose own are busybox's.
 * Source: applets and options of busybox 1.37 as Alpine builds it (aports, main/busybox, August 2026), usage texts of the
 * applets; musl-utils and alpine-baselayout for what is not busybox's.
 */

/**
 * `there`: the same call works. `package`: it works with the program of this Alpine package. `unknown`: nobody knows.
 * `options` are the words that start with `-`, `undefined` standing for a word that a variable decides.
 */
export type OnAlpine =
  | { readonly kind: 'there' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'unknown' }

/** What a call of a command comes to in an image of Alpine alone. `words` are its arguments. */
export function onAlpine(command: string, words: readonly (string | undefined)[]): OnAlpine {
  const name = command.replace(/^(?:\/usr)?\/s?bin\//, '')
  if (name !== command && !liesAt(command, name)) return { kind: 'unknown' }
  if (shellOwn.has(name)) return there
  const brought = Object.keys(packages).find((pkg) => packages[pkg]!.has(name))
  if (brought !== undefined) return { kind: 'package', name: brought }
  const entry = Object.hasOwn(applets, name) ? applets[name]! : undefined
  if (entry === undefined) return { kind: 'unknown' }
  const [gnu = '', letters = '', long = ''] = entry.split(' ')
  const isPlain = optionsOf(name, words).every((option) => isKnown(option, letters, long.split(',')))
  if (isPlain && !isDemanding(name, words)) return there
  return gnu === '-' ? { kind: 'unknown' } : { kind: 'package', name: gnu }
}

/** All packages that `onAlpine` may name. */
export const toolPackages = (): readonly string[] => [
  ...Object.keys(packages),
  ...Object.values(applets).flatMap((entry) => (entry.startsWith('- ') ? [] : [entry.split(' ')[0]!])),
]

const there: OnAlpine = { kind: 'there' }

/** Options up to `--`; of `find` and `test` words that are none are conditions. */
function optionsOf(name: string, words: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const end = words.indexOf('--')
  const before = end < 0 ? words : words.slice(0, end)
  return before.filter(
    (word) => word === undefined || (word.startsWith('-') && word !== '-' && !isNumber(name, word)),
  )
}

const isNumber = (name: string, word: string): boolean => /^(head|tail)$/.test(name) && /^-\d+$/.test(word)

function isKnown(option: string | undefined, letters: string, long: readonly string[]): boolean {
  // A variable that is an option would show where the command stands; most are paths.
  if (option === undefined) return true
  if (option.startsWith('--')) return long.includes(option.slice(2).replace(/=.*/, ''))
  if (long.includes(option.replace(/^-/, '='))) return true
  const [first = '', ...rest] = option.slice(1)
  if (!letters.includes(first)) return false
  // Letters behind one that takes a value are the value.
  const taking = /[:]/.exec(letters) !== null ? letters.slice(letters.indexOf(':') + 1) : ''
  if (taking.includes(first)) return true
  for (const letter of rest) {
    if (!letters.includes(letter)) return false
    if (taking.includes(letter)) return true
  }
  return true
}

/** What no option tells: values, conditions and scripts that only the whole program knows. */
function isDemanding(name: string, words: readonly (string | undefined)[]): boolean {
  const some = (pattern: RegExp): boolean => words.some((word) => word !== undefined && pattern.test(word))
  const valueOf = (flag: string): readonly string[] =>
    words.flatMap((word, i) =>
      word === flag ? [words[i + 1] ?? ''] : word?.startsWith(flag) ? [word.slice(2)] : [],
    )
  switch (name) {
    case 'date':
      return some(/%-?\d*N/) || valueOf('-d').some((value) => !isPlainDate(value))
    case 'touch':
      return valueOf('-d').some((value) => !isPlainDate(value))
    case 'dd':
      return some(/^status=(?!none|noxfer)|^(iflag|oflag|conv)=.*(direct|fullblock|sparse)/)
    case 'find':
      return words.some(
        (word, i) =>
          word !== undefined &&
          ((words[i - 1] === '-size' && /[kMGTb]$/.test(word) && !/[kbc]$/.test(word)) ||
            (words[i - 1] === '-type' && word.includes(','))),
      )
    case 'sed':
      return some(/\\[ULulEcdox']|\/[gp0-9]*[eMm][gp]*$|(^|[;{\s])0,\/|(^|[\/;}\s\d$])[QRWFz](\s|$|;)/)
    case 'mktemp':
      return words.some((word) => word !== undefined && /X/.test(word) && !/XXXXXX$/.test(word))
    case 'tar':
      return some(/\.(tar\.zst|tzst|zst|lz|lz4)$/)
    default:
      return false
  }
}

const isPlainDate = (value: string): boolean => /^(@\d+|\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?)$/.test(value)

/** Commands of the shell itself, as in dash and ash. */
const shellOwn = new Set(
  wordsIn(`
    . : [ alias break cd command continue echo eval exec exit export false getopts hash kill local printf pwd read
    readonly return set shift source test times trap true type ulimit umask unalias unset wait`),
)

/** Whether Alpine has the command in that folder: its /bin and /usr/bin are two, where Debian's are one. */
function liesAt(path: string, name: string): boolean {
  if (Object.values(packages).some((names) => names.has(name))) return !/^\/usr\/bin\/r?bash$/.test(path)
  return inBin.has(name) ? path === `/bin/${name}` : !path.startsWith('/bin/')
}

/** What lies in /bin. */
const inBin = new Set(
  wordsIn(`
    arch ash base64 cat chgrp chmod chown cp date dd df dmesg dnsdomainname echo egrep false fgrep getopt grep gunzip
    gzip hostname ionice iostat ipcalc kill link linux32 linux64 ln login ls lsattr mkdir mknod mktemp more mount
    mountpoint mv netstat nice pidof ping ping6 printenv ps pwd rev rm rmdir run-parts sed setpriv sh sleep stat stty su
    sync tar touch true umount uname usleep watch zcat`),
)

/** Alpine packages for commands of Debian's base that Alpine's base lacks. */
const packages: Readonly<Record<string, ReadonlySet<string>>> = {
  bash: new Set(['bash', 'rbash']),
  'ca-certificates': new Set(['update-ca-certificates']),
  perl: new Set(['perl']),
  shadow: new Set(
    wordsIn(
      'chage chfn chgpasswd chsh faillog gpasswd groupdel groupmems groupmod newgrp newusers useradd userdel usermod groupadd vigr vipw',
    ),
  ),
}

/**
 * Per applet: the package of the whole program (`-`: none), the letters it knows (behind `:` those that take a value), its
 * long options; for `find` its conditions.
 */
const applets: Readonly<Record<string, string>> = {
  arch: 'coreutils -',
  ash: '- acefilmnqsuvxo:o',
  awk: 'gawk Fvfe:Fvfe',
  base64: 'coreutils dw:w',
  basename: 'coreutils as:s',
  bunzip2: 'bzip2 cfkt',
  bzcat: 'bzip2 cfk',
  bzip2: 'bzip2 cdfkt123456789',
  cal: '- jym',
  cat: 'coreutils nbevtAu',
  chgrp: 'coreutils RcvfhLHP',
  chmod: 'coreutils RcvfrwxXst',
  chown: 'coreutils RcvfhLHP recursive,verbose,no-dereference,changes',
  chpasswd: '- emc:c',
  chroot: 'coreutils -',
  cksum: 'coreutils -',
  clear: '- -',
  cmp: 'diffutils lsn:n',
  comm: 'coreutils 123',
  cp: 'coreutils arpPRLHfdilnsuvTt:t parents,recursive',
  cut: 'coreutils bcdfns:bcdf',
  date: 'coreutils uRdrsIDk:drsD utc,iso-8601,rfc-2822',
  dd: 'coreutils -',
  df: 'coreutils PkmhTai',
  diff: 'diffutils abBdiLNqrTstUw:LU',
  dirname: 'coreutils -',
  dmesg: '- cnrs:ns',
  dos2unix: '- ud',
  du: 'coreutils aHLdclsxhmk:d',
  egrep: 'grep HhnlLoqvsriwFEmABCcxef:mABCef',
  env: 'coreutils iu0:u',
  expand: 'coreutils it:t',
  expr: 'coreutils -',
  factor: 'coreutils -',
  fgrep: 'grep HhnlLoqvsriwFEmABCcxef:mABCef',
  find: 'findutils - =type,=name,=iname,=path,=ipath,=mtime,=mmin,=atime,=amin,=maxdepth,=mindepth,=perm,=size,=delete,=print,=print0,=prune,=newer,=user,=group,=empty,=executable,=regex,=links,=inum,=quit,=follow,=xdev,=depth,=not,=o,=or,=a,=and,=exec,=L,=H',
  fold: 'coreutils bsw:w',
  free: 'procps kmghbt',
  fuser: 'psmisc mks46',
  getconf: '- av:v',
  getent: '- -',
  grep: 'grep HhnlLoqvsrRiwFEmABCcxef:mABCef',
  groups: 'coreutils -',
  gunzip: 'gzip cfkt',
  gzip: 'gzip cdfktn123456789',
  head: 'coreutils ncqv:nc',
  hexdump: '- bcdeCfnosvx:efns',
  hostid: 'coreutils -',
  hostname: '- fisd',
  id: 'coreutils ugGnr',
  ifconfig: '- a',
  install: 'coreutils cdDpsogmt:ogmt directory,mode,owner,group',
  ip: 'iproute2 46bofls',
  kill: '- ls123456789',
  killall: 'psmisc lqs:s',
  less: 'less EFIMmNSRh',
  link: 'coreutils -',
  ln: 'coreutils sfnbtTvS:tS',
  logger: '- spt:pt',
  login: '- pfh:h',
  ls: 'coreutils 1AaCxdLHRFplinshrSXvctukwg:w color,full-time,group-directories-first',
  md5sum: 'coreutils -',
  mkdir: 'coreutils pm:m parents,mode',
  mkfifo: 'coreutils m:m',
  mknod: 'coreutils m:m',
  mktemp: 'coreutils dtqup:p',
  more: '- -',
  mount: '- arwntfioBOT:tTO',
  mountpoint: '- qdnx',
  mv: 'coreutils finTtv:t',
  netstat: 'net-tools ralntuwxpeW',
  nice: 'coreutils n:n',
  nl: 'coreutils bisvw:bisvw',
  nohup: 'coreutils -',
  nologin: '- -',
  nproc: 'coreutils - all,ignore',
  nslookup: '- -',
  od: 'coreutils aBbcDdeFfHhIiLlOovXxNjtwA:NjtwA',
  passwd: 'shadow dlu',
  paste: 'coreutils ds:d',
  pgrep: 'procps flnovxsPU:sPU',
  pidof: '- so:o',
  ping: 'iputils-ping 46cwWiIsqt:cwWiIst',
  ping6: 'iputils-ping cwWiIsqt:cwWiIst',
  pkill: 'procps flnovxsPU:sPU',
  pmap: '- xq',
  printenv: 'coreutils -',
  ps: 'procps oT:o',
  readlink: 'coreutils fnv',
  realpath: 'coreutils -',
  reset: '- -',
  rev: '- -',
  rm: 'coreutils irfRv',
  rmdir: 'coreutils p parents,ignore-fail-on-non-empty',
  route: '- nAe:A',
  sed: 'sed inrEef:ief in-place,regexp-extended,quiet,silent',
  seq: 'coreutils sw:s',
  setsid: '- c',
  sh: '- acefilmnqsuvxo:o',
  sha1sum: 'coreutils -',
  sha256sum: 'coreutils -',
  sha384sum: 'coreutils -',
  sha512sum: 'coreutils -',
  shred: 'coreutils fuznvs:ns',
  shuf: 'coreutils einoz:ino',
  sleep: 'coreutils -',
  sort: 'coreutils nurkotszTMhgbcfidmSV:kotTS',
  split: 'coreutils bla:bla',
  stat: 'coreutils cftL:c',
  strings: 'binutils anofte:nte',
  stty: 'coreutils agF:F',
  su: '- lmpsc:sc',
  sum: 'coreutils rs',
  sync: 'coreutils df',
  tac: 'coreutils -',
  tail: 'coreutils fFcnsqv:cns',
  tar: 'tar cxtfvzjJahmokOpCXT:fCXT strip-components,exclude,numeric-owner,no-same-permissions,no-same-owner,overwrite,directory,file,extract,list,create,gzip,xz,bzip2,lzma,verbose,to-stdout,no-recursion,touch,exclude-from,files-from',
  tee: 'coreutils ai',
  time: '- pv',
  timeout: 'coreutils sk:sk',
  top: 'procps bdnHm:dn',
  touch: 'coreutils acmhdtr:dtr',
  tr: 'coreutils cdsC',
  traceroute: '- Flnr',
  tree: 'tree adfLhs:L',
  true: 'coreutils -',
  truncate: 'coreutils cs:s',
  tty: 'coreutils s',
  umount: '- arlfd',
  uname: 'coreutils amnrspiov',
  unexpand: 'coreutils aft:t',
  uniq: 'coreutils cduifsw:fsw',
  unix2dos: '- ud',
  unlink: 'coreutils -',
  unxz: 'xz cfkt',
  unzip: 'unzip lnopqxdjtKC:xdt',
  uptime: 'procps -',
  users: 'coreutils -',
  watch: 'procps nt:n',
  wc: 'coreutils clwLm',
  wget: 'wget cqOoPSTUYt:OoPTUYt continue,quiet,output-document,output-file,directory-prefix,proxy,user-agent,timeout,tries,header,post-data,post-file,spider,no-check-certificate',
  which: 'which a',
  who: 'coreutils aH',
  whoami: 'coreutils -',
  xargs: 'findutils 0rtpxnsIEeP:nsIEeP',
  xz: 'xz cdfkt',
  xzcat: 'xz cf',
  yes: 'coreutils -',
  zcat: 'gzip f',
}
