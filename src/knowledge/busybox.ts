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
  if (shellOwn.has(name) || whatever.has(name)) return there
  const brought = Object.keys(packages).find((pkg) => packages[pkg]!.has(name))
  if (brought !== undefined) return { kind: 'package', name: brought }
  const entry = Object.hasOwn(applets, name) ? applets[name]! : undefined
  if (entry === undefined) return { kind: 'unknown' }
  const [gnu = '', letters = '', long = ''] = entry.split(' ')
  const isPlain = optionsOf(name, words).every((option) => isKnown(option, letters, long.split(',')))
  if (isPlain && !isDemanding(name, words)) return there
  return gnu === '-' ? { kind: 'unknown' } : { kind: 'package', name: gnu }
}

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

/** What no option tells: dates in words, and replacements that GNU's sed alone knows. */
function isDemanding(name: string, words: readonly (string | undefined)[]): boolean {
  if (name === 'date')
    return words.some((word, i) => {
      const isDate = word === '-d' || word?.startsWith('-d')
      const value = word === '-d' ? words[i + 1] : word?.slice(2)
      return (
        word?.includes('%N') ||
        (isDate && !/^(@\d+|\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?)$/.test(value ?? ''))
      )
    })
  if (name === 'sed')
    return words.some((word) => word !== undefined && /\\[ULulEcdox']|\/[gp0-9]*[eMm][gp]*$/.test(word))
  if (name === 'mktemp') return words.some((word) => word !== undefined && /X\.\w+$/.test(word))
  return false
}

/** Commands of the shell itself, as in dash and ash. */
const shellOwn = new Set(
  wordsIn(`
    . : [ alias break cd command continue echo eval exec exit export false getopts hash kill local printf pwd read
    readonly return set shift test times trap true type ulimit umask unalias unset wait`),
)

/** Used in Dockerfiles in ways that busybox, musl-utils and Alpine's base know. */
const whatever = new Set(
  wordsIn(`
    arch ash basename cal chpasswd chroot cksum clear cmp comm dirname dmesg dos2unix env expand expr factor
    false fold getconf getent groups hexdump hostid hostname id ifconfig ip ipcalc kill killall less link
    ln logger login md5sum mkfifo mknod more mount mountpoint nice nl nohup nologin nproc nslookup od passwd
    paste pgrep pidof ping ping6 pkill pmap printenv renice reset rev rmdir route seq setsid sh sha1sum sha256sum
    sha384sum sha512sum shred shuf sleep split stty su sum sync tac time top tr traceroute tree true truncate tty
    umount uname unexpand unix2dos unlink unshare uptime users uudecode uuencode vi
    watch which who whoami whois yes addgroup adduser delgroup deluser`),
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

/** Per applet: the package of the whole program, the letters it knows (behind `:` those that take a value), its long options. */
const applets: Readonly<Record<string, string>> = {
  awk: 'gawk Fvfe:Fvfe',
  base64: 'coreutils dw:w',
  bunzip2: 'bzip2 cfkt',
  bzip2: 'bzip2 cdfkt123456789',
  bzcat: 'bzip2 cfk',
  cat: 'coreutils nbevtAuT',
  chgrp: 'coreutils RcvfhLHP',
  chmod: 'coreutils RcvfrwxXst',
  chown: 'coreutils RcvfhLHP recursive,verbose,no-dereference,changes',
  cp: 'coreutils arpPRLHfdilnsuvTt:t parents,recursive',
  cut: 'coreutils bcdfns:bcdf',
  date: 'coreutils uRdrsIDk:drsD utc,iso-8601,rfc-2822',
  dd: 'coreutils -',
  df: 'coreutils PkmhTai',
  diff: 'diffutils abBdiLNqrTstUw:LU',
  du: 'coreutils aHLdclsxhmk:d',
  egrep: 'grep HhnlLoqvsriwFEmABCcxef:mABCef',
  fgrep: 'grep HhnlLoqvsriwFEmABCcxef:mABCef',
  find: 'findutils - =type,=name,=iname,=path,=ipath,=mtime,=mmin,=atime,=amin,=maxdepth,=mindepth,=perm,=size,=delete,=print,=print0,=prune,=newer,=user,=group,=empty,=executable,=regex,=links,=inum,=quit,=follow,=xdev,=depth,=not,=o,=or,=a,=and,=exec,=L,=H,=r,=rf,=f,=R',
  free: 'procps kmghbt',
  fuser: 'psmisc mks46',
  grep: 'grep HhnlLoqvsrRiwFEmABCcxef:mABCef',
  gunzip: 'gzip cfkt',
  gzip: 'gzip cdfktn123456789',
  head: 'coreutils ncqv:nc',
  install: 'coreutils cdDpsogmt:ogmt directory,mode,owner,group',
  ls: 'coreutils 1AaCxdLHRFplinshrSXvctukwg:w color,full-time,group-directories-first',
  mkdir: 'coreutils pm:m parents,mode',
  mktemp: 'coreutils dtqup:p',
  mv: 'coreutils finTtv:t',
  netstat: 'net-tools ralntuwxpeW',
  ps: 'procps oT:o',
  readlink: 'coreutils fnv',
  realpath: 'coreutils -',
  rm: 'coreutils irfRv',
  sed: 'sed inrEefsz:efi in-place,regexp-extended,quiet,silent',
  sort: 'coreutils nurkotszTMhgbcfidmSV:kotTS',
  stat: 'coreutils cftL:c',
  strings: 'binutils anofte:nte',
  tail: 'coreutils fFcnsqv:cns',
  tar: 'tar cxtfvzjJahmokOpCXT:fCXT strip-components,exclude,numeric-owner,no-same-permissions,no-same-owner,overwrite,directory,file,extract,list,create,gzip,xz,bzip2,lzma,verbose,to-stdout,no-recursion,touch,exclude-from,files-from',
  tee: 'coreutils ai',
  timeout: 'coreutils sk:sk',
  touch: 'coreutils acmhdtr:dtr',
  uniq: 'coreutils cduifsw:fsw',
  unxz: 'xz cfkt',
  unzip: 'unzip lnopqxdjtKC:xdt',
  wc: 'coreutils clwLm',
  wget: 'wget cqOoPSTUYt:OoPTUYt continue,quiet,output-document,output-file,directory-prefix,proxy,user-agent,timeout,tries,header,post-data,post-file,spider,no-check-certificate',
  xargs: 'findutils 0rtpxnsIEeP:nsIEeP',
  xz: 'xz cdfkt',
  xzcat: 'xz cf',
  zcat: 'gzip f',
}
