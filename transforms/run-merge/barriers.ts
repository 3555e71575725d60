import {
  baseName,
  type Body,
  type Command,
  isWithin,
  joinPath,
  resolve,
  type Scope,
  withoutOptions,
  type Word,
} from '../../src/kit.js'

/**
 * Why a RUN must have an end of its own: what Docker undoes between two RUNs (processes, mounts, `/etc/hosts`), or
 * looks up anew (`/bin/sh`, the user’s entry in `/etc/passwd`, the working folder). Undefined for most.
 */
export function barrierIn({ script }: Body, scope: Scope, isRoot: boolean): string | undefined {
  for (const command of script.commands) {
    const { name, args } = resolve(command)
    const because =
      service(name, args, command) ??
      ephemeralFile(command) ??
      otherShell(name, args) ??
      account(name, args, command, isRoot) ??
      (scope.workdir === '/' ? undefined : ownFolder(name, args, script.commands, scope))
    if (because !== undefined) return because
  }
  return undefined
}

/** Programs that stay when the command is over, and would live on in the merged RUN; and state that dies with one. */
const daemons = new Set(
  (
    'service systemctl rc-service openrc initctl start invoke-rc.d start-stop-daemon supervisord daemonize nohup setsid ' +
    'screen tmux mysqld mysqld_safe mysqld_multi mariadbd mariadbd-safe postgres postmaster pg_ctl pg_ctlcluster ' +
    'redis-server mongod mongos memcached rabbitmq-server rabbitmqctl dockerd containerd sshd cron crond rsyslogd syslogd ' +
    'ntpd nginx httpd apachectl apache2ctl apache2 php-fpm Xvfb Xvnc vncserver Xorg pulseaudio dbus-daemon dbus-launch ' +
    'ssh-agent gpg-agent dirmngr elasticsearch slapd named dnsmasq ollama smbd nmbd krb5kdc kadmind asterisk exim squid ' +
    'tor varnishd cupsd adb catalina.sh startup.sh start-dfs.sh start-all.sh db2start mount umount losetup sysctl ' +
    'modprobe fusermount mknod newgrp hostname ip ifconfig route iptables ip6tables nft'
  ).split(' '),
)
/** Commands that run what one of their words says. */
const runners =
  /^(sh|bash|ash|dash|zsh|su|runuser|gosu|su-exec|chroot|xargs|eval|timeout|script|expect|xvfb-run|dbus-run-session|flock|setpriv)$/
const startWords =
  /^(start|restart|reload|start-server|--start|--daemon|--daemonize|--fork|-detached|db2start)$/

function service(
  name: string | undefined,
  args: readonly Word[],
  { words, redirects }: Command,
): string | undefined {
  const base = name === undefined ? undefined : baseName(name)
  if (base !== undefined && daemons.has(base))
    return `\`${base}\` may leave something behind that ends with its layer`
  const said = [...words, ...redirects.flatMap(({ target }) => target ?? [])].map(({ text }) => text)
  if (said.some((text) => text.includes('policy-rc.d')) && !said.some((text) => text.includes('exit 101')))
    return 'it may let packages start services, which end with its layer'
  if (name?.includes('/') && looksLikeStart(name))
    return `\`${name}\` may leave something behind that ends with its layer`
  if (words.some(({ value }) => /^\/etc\/(init\.d|rc\.d)\//.test(value ?? '')) && !isFileCommand(name))
    return 'a service that it starts ends with its layer'
  if (
    !isFileCommand(name) &&
    args.some(({ value }) => startWords.test(value ?? '')) &&
    !/^(apt-get|apt|apk|yum|npm|yarn)$/.test(base ?? '')
  )
    return 'a service that it starts ends with its layer'
  if (base === undefined || !runners.test(base)) return undefined
  const spoken = args.flatMap(({ text }) => text.split(/[\s;&|"'()`]+/))
  const started =
    spoken.find((word) => word.includes('/') && looksLikeStart(word)) ??
    spoken.find(
      (word) => daemons.has(baseName(word)) || startWords.test(word) || word.startsWith('/etc/init.d/'),
    )
  if (started !== undefined) return `\`${started}\` may leave something behind that ends with its layer`
  return args.some(({ text }) => /[^&]&(\s|['"]?$)/.test(text))
    ? 'it leaves a process in the background'
    : undefined
}

/** A script whose name says that it starts something. */
const looksLikeStart = (path: string): boolean =>
  /start|daemon|server|(^|[-_])run|entrypoint|launch|up\.sh/i.test(baseName(path)) &&
  !/install|restart_policy/i.test(path)

const isFileCommand = (name: string | undefined): boolean =>
  /^(echo|printf|cp|mv|rm|ln|chmod|chown|sed|cat|tee|touch|mkdir|grep|test|\[|install|update-rc\.d|ls|awk|find|tar|wget|curl)$/.test(
    name ?? '',
  )

/** Files that Docker makes anew for every RUN. */
const ephemeral =
  /(^|[\s"'=>])\/(etc\/(hosts|resolv\.conf|hostname)|proc|sys|dev)(?=[/\s"';]|$)(?!\/(null|zero|u?random|std(in|out|err)|fd\/\d+|tty|tcp\/|udp\/))/

function ephemeralFile({ words, redirects }: Command): string | undefined {
  const name = words[0]?.value ?? ''
  if (/^(ls|cat|grep|stat|test|\[|head)$/.test(name) && redirects.length === 0) return undefined
  for (const { value, text } of [...words, ...redirects.flatMap(({ target }) => target ?? [])]) {
    const match = ephemeral.exec(value ?? text)
    if (match) return `\`${match[0].trim().replace(/^["'=>]/, '')}\` is made anew for every RUN`
  }
  return undefined
}

/** `ln -sf /bin/bash /bin/sh` and the like: the RUNs behind it run under another shell. */
function otherShell(name: string | undefined, args: readonly Word[]): string | undefined {
  const words = args.map(({ value, text }) => value ?? text)
  const because = 'it may put another shell in the place of `/bin/sh`'
  if (/^(ln|rm|mv|cp|install|dpkg-divert|update-alternatives|add-shell)$/.test(name ?? ''))
    return words.some((w) => /(\/bin\/|^)(sh|bash|dash)$/.test(w)) ? because : undefined
  if (/^(dpkg-reconfigure|debconf-set-selections|echo|printf)$/.test(name ?? ''))
    return words.some((w) => /^["']?dash\b/.test(w)) ? because : undefined
  return undefined
}

/** Docker reads the user’s groups, id and home folder anew for every RUN. */
function account(
  name: string | undefined,
  args: readonly Word[],
  { redirects }: Command,
  isRoot: boolean,
): string | undefined {
  const because = 'it may change the groups or the home of the user who runs the next one'
  if (/^(usermod|gpasswd|groupmod|adduser|addgroup|deluser|groupadd|useradd)$/.test(name ?? '')) {
    if (!isRoot && !/^(useradd|groupadd)$/.test(name!)) return because
    const target = args.at(-1)?.value
    if (/^(usermod|groupmod)$/.test(name!) && (target === undefined || target === 'root')) return because
    return undefined
  }
  const files = [...args, ...redirects.flatMap(({ target }) => target ?? [])]
  const writes = /^(sed|echo|printf|tee|cp|mv|awk|cat|vipw)$/.test(name ?? '')
  return writes && files.some(({ value }) => /^\/etc\/(passwd|group|shadow)$/.test(value ?? ''))
    ? because
    : undefined
}

/** Docker makes the working folder anew for every RUN; a shell stays in the one that was removed. */
function ownFolder(
  name: string | undefined,
  args: readonly Word[],
  commands: readonly Command[],
  { workdir }: Scope,
): string | undefined {
  const isRecursive = name === 'rm' && args.some(({ text }) => /^(-\w*[rR]|--recursive)/.test(text))
  if (!isRecursive && name !== 'mv' && name !== 'rmdir') return undefined
  const because = 'it may remove the folder that it works in'
  const moves = commands.some(({ words }) => /^(cd|pushd)$/.test(words[0]?.value ?? ''))
  const operands = withoutOptions(args)
  const removed = name === 'mv' ? operands.slice(0, -1) : operands
  for (const { value, text } of removed) {
    if (value === undefined)
      return /\$\(?\{?(PWD|pwd|OLDPWD)|`pwd/.test(text) || workdir !== undefined ? because : undefined
    if (/(^|\/)\.\.(\/|$)|^\.\/?$|^~/.test(value)) return because
    const path = value.replace(/\/*[*?{[].*$/, '')
    if (path === '' && value !== '') {
      if (value.startsWith('/')) return because
      continue
    }
    if (workdir === undefined) {
      if (path.startsWith('/') && !harmless.test(path)) return because
      continue
    }
    const target = joinPath(workdir, path)!
    const isPattern = path !== value
    if (isWithin(workdir, target) && !(isPattern && target === workdir)) return because
    if (moves && !value.startsWith('/') && workdir.split('/').includes(path.split('/')[0]!)) return because
  }
  return undefined
}

/** Folders in which no image is known to work by default. */
const harmless =
  /^\/(var\/(lib|cache|log|tmp)|tmp|usr\/share|usr\/lib|usr\/include|usr\/local\/(share|lib|include)|root\/\.\w+|etc)(\/|$)/
