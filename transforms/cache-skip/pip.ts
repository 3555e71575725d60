import {
  type Command,
  commandsUpTo,
  type Instruction,
  programOf,
  rootOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { standingRelease } from '../../src/knowledge/default-releases.js'
import { distributionOf, isMirrored } from '../../src/knowledge/images.js'

/**
 * Whether the pip of a RUN is one that knows `--no-cache-dir`, which came with 6.0 (December 2014).
 * `old`: a distribution whose own is older. `unknown`: nothing that is seen tells; an older one fails.
 */
export type PipAge = 'old' | 'new' | 'unknown'

export function pipAge(stage: Stage, subject: Subject, run: Instruction): PipAge {
  const root = rootOf(stage)
  const { name = '', tag = 'latest' } = root.image ?? {}
  const commands = commandsUpTo(subject, stage, run)
  const put = commands.flatMap(agesPutBy)
  if (isAncient(name, tag) || put.includes('old')) return 'old'
  if (put.includes('unknown')) return 'unknown'
  if (own.test(name) || isModern(name, tag) || modernNames.test(root.reference)) return 'new'
  return commands.some(showsNew) ? 'new' : 'unknown'
}

/**
 * Images whose pip is older than 6.0: Debian 8 has 1.5.6, Ubuntu 14.04 1.5.4 and 15.10 1.5.6, Fedora 21 1.5.6, openSUSE 13.2
 * 1.5.6; images of python have it from 2.7.9 and 3.4.3 on.
 */
function isAncient(name: string, tag: string): boolean {
  if (name === 'python') return /^(2\.7\.[0-8]|3\.3\.[0-5]|3\.4\.[0-2])(-|$)/.test(tag)
  if (name === 'pypy') return false
  if (ancientNames.test(`${name}:${tag}`)) return true
  if (name === 'phusion/baseimage') return /^0\.9\./.test(tag)
  return (
    (name === 'ubuntu' && /^1[0-5]\./.test(tag)) ||
    (name === 'debian' && /^[678](\.|$)/.test(tag)) ||
    (/^(gliderlabs\/)?alpine$/.test(name) && /^(2|3\.[01](\.|$))/.test(tag)) ||
    (name === 'fedora' && /^(1\d|2[01])$/.test(tag)) ||
    (name === 'opensuse' && /^1[0-3]\./.test(tag))
  )
}

const ancientNames =
  /trusty|utopic|vivid|wily|precise|quantal|raring|saucy|wheezy|jessie|squeeze|ubuntu\D?1[0-5](\.|\d\d|\b)|ubuntu\S*:1[0-5]\./

/** Images that bring a new one, or whose distribution has, in every tag that is not ancient. */
const own =
  /^(python|pypy|ubuntu|debian|alpine|centos|fedora|amazonlinux|oraclelinux|rockylinux|almalinux|archlinux|opensuse(\/.*)?|docker|continuumio\/.*|jupyter\/.*|(tensorflow|pytorch|kaggle)\/\w+|archlinux\/base|base\/archlinux|phusion\/baseimage|bitnami\/minideb)$/

function isModern(name: string, tag: string): boolean {
  return (
    distributionOf(name, tag) !== undefined ||
    standingRelease(name, tag) !== undefined ||
    isMirrored(name, tag)
  )
}

/** What a name says of the distribution, or of the Python, that an image of others stands on. */
const modernNames =
  /stretch|buster|bullseye|bookworm|trixie|xenial|bionic|focal|jammy|noble|ubuntu-?(1[6-9]|2\d)|\b(16|18|20|22|24)\.04\b|centos-?[6-9]|(^|[\W_])el[6-9]|\bubi[89]|alpine|python-?3\.?([5-9]|1\d)|\bpy3([5-9]|1\d)|conda/

/**
 * Of which age the pip is that a command installs in a version that it names. Those of virtualenv bring one of their own:
 * from 12.0 on one that is new. Source: the changes of virtualenv 12.0, December 2014.
 */
function agesPutBy(command: Command): readonly PipAge[] {
  return programOf(command).args.flatMap(({ value, text }) => {
    const [, name, mark, version] = pinned.exec(value ?? text.replace(/["']/g, '')) ?? []
    if (name === undefined) return []
    const major = /^\d+(?=\.|$|-|,)/.exec(version!)?.[0]
    if (major === undefined) return 'unknown'
    const first = name === 'pip' ? 6 : 12
    const isBelow = mark === '<' && /^\d+(\.0)*$/.test(version!)
    return Number(major) < (isBelow ? first + 1 : first) ? 'old' : 'new'
  })
}

/** A requirement, or the archive of a version. */
const pinned = /^(?:.*\/)?(pip|virtualenv)(===?|~=|<=?|-(?=\d))(.*)$/

/** A call that only a new pip takes, or one that brings the newest. */
function showsNew(command: Command): boolean {
  const { base, args } = programOf(command)
  const values = args.map(({ value }) => value ?? '')
  if (values.some((value) => /(^|\/)get-pip\.py$|^ensurepip$/.test(value))) return true
  if (/^(mini|mambaf|micromamb)|^conda$/.test(base)) return true
  return /^(pip|python)[\d.]*$/.test(base) && values.some((value) => newOptions.test(value))
}

const newOptions =
  /^--(no-cache-dir|cache-dir|disable-pip-version-check|break-system-packages|prefer-binary|progress-bar|no-build-isolation|use-feature|root-user-action|only-binary|no-binary|constraint)(=|$)/
