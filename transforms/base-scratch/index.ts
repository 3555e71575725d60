import {
  accountDoubt,
  defineTransform,
  type Finding,
  needOfRun,
  rebase,
  rebasedBytes,
  refuse,
  removeInstructions,
  type Stage,
  shipmentOf,
  type Subject,
} from '../../src/kit.js'
import { supplyOf } from './supply.js'
import { lackOf } from './lack.js'
import { gatheredBeside } from './libraries.js'
import { programOf } from './program.js'

export default defineTransform({
  id: 'base-scratch',
  meta: {
    summary: 'Put a compiled program on no base at all',
    why:
      'A static program needs no file but itself, and another one the libraries that it is linked with: a program in C ' +
      'of 75 MB on slim Debian takes 2.3 MB with them, and one in Go no more than itself.',
    safety: 'unsafe',
    risk: 'what the program looks for when it runs is not there: a library that it loads by name, a locale, a time zone, a user, /tmp, a shell',
    phase: 'base',
    alters: ['base', 'packages', 'build'],
    echoes: ['base-distroless'],
    leaves: [
      'CMD, ENTRYPOINT and HEALTHCHECK in shell form, and those that run a shell or a script',
      'stages with a RUN, unless it only installs certificates, and libraries that need no file but themselves',
      'users and groups by name, unless the stage brings /etc/passwd and /etc/group',
      'programs of which nothing shows how they are linked',
      'programs in C whose sources are not seen, or look up users, load libraries by name, start other programs, write temporary files or name files of a system',
      'programs in Go and Rust that are linked with a C library: distroless has one',
      'time zones and locales that the stage sets and does not bring along',
      'distroless images, which hold little more than nothing',
    ],
    references: [
      'https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch',
      'https://sourceware.org/glibc/wiki/Release/2.34',
    ],
  },
  visit: { stage: visitStage },
})

/** Bases that bring nothing but a system, or what builds. */
const bases =
  /^(alpine|almalinux|amazonlinux|buildpack-deps|busybox|centos|debian|fedora|gcc|golang|oraclelinux|rockylinux|rust|ubuntu)$/

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { from, image, isShipped } = stage
  if (!image || !isShipped || stage.sources.length === 0) return
  if (!bases.test(image.name) || /windows|nanoserver/.test(image.tag ?? '')) return
  if (image.digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  const shipment = shipmentOf(stage, subject)
  if (typeof shipment === 'string') return yield refuse(from.span, shipment)
  const gathered = gatheredBeside(shipment, subject)
  const isNeedless = (name: string): boolean => isDispensable(name) || gathered.includes(name)
  const busy = shipment.runs.flatMap((run) => needOfRun(stage, run, subject, isNeedless) ?? [])[0]
  if (busy !== undefined) return yield refuse(from.span, busy)
  const program = programOf(shipment, subject)
  if (typeof program === 'string') return yield refuse(from.span, program)
  const lack = accountDoubt(stage, shipment, isNobody, isNobody) ?? lackOf(stage, shipment, program, subject)
  if (lack !== undefined) return yield refuse(from.span, lack)
  const supply = supplyOf(stage, shipment, program, subject)
  if (typeof supply === 'string') return yield refuse(from.span, supply)
  const edit = rebase(stage, subject.file, 'scratch')
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  const saved = rebasedBytes(subject.model, stage, 'scratch', shipment.runs)
  yield {
    kind: 'change',
    title: `Move the base to \`scratch\`${supply.title}`,
    at: from.span,
    edits: [edit, ...removeInstructions(subject.file, shipment.runs), ...supply.edits],
    safety: 'unsafe',
    because: `${supply.because}; but whatever else it looks for there, such as ${supply.risk}, is missing`,
    saves: saved === undefined ? undefined : saved - supply.bytes,
    ...(supply.isNew ? { supplies: stage } : {}),
  }
}

/** Packages that are missed in no empty image, or whose file is copied. */
const isDispensable = (name: string): boolean => /^(ca-certificates(-bundle)?|netbase)$/.test(name)

const isNobody = (): boolean => false
