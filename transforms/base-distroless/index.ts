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
import { isDistrolessGroup, isDistrolessUser, isInDistroless } from '../../src/knowledge/distroless.js'
import { destinationOf } from './destination.js'
import { interpretedBy, isInterpreter } from './interpreted.js'

export default defineTransform({
  id: 'base-distroless',
  meta: {
    summary: 'Move an image that only holds a program to distroless',
    why:
      'A program that is copied from a stage that builds it needs no shell and no package manager, and a static one no ' +
      'library. Distroless has certificates, time zones, users and /tmp for it: about 2 MB in place of 75 MB of Debian.',
    safety: 'unsafe',
    risk: 'nothing starts a shell there any more: not the program, not `docker exec`, not a check from outside',
    phase: 'base',
    alters: ['base', 'packages', 'build'],
    leaves: [
      'CMD, ENTRYPOINT and HEALTHCHECK in shell form, and those that run a shell or a script',
      'stages with a RUN, unless it only installs certificates and time zones',
      'programs of which nothing shows how they are linked',
      'programs in C, which `base-scratch` takes on',
      'programs that are linked with musl, or with a C library newer than that of distroless',
      'programs in Rust that may be linked with more libraries than distroless has',
      'users and groups by name that distroless does not know',
      'sources that start other programs, where they are seen',
      'node and Java on Alpine, in versions that distroless lacks, and with options that its entry points have no place for',
      'Python: the official images keep it where that of distroless does not look',
    ],
    references: [
      'https://github.com/GoogleContainerTools/distroless',
      'https://docs.docker.com/build/building/multi-stage/',
    ],
  },
  visit: { stage: visitStage },
})

/** Bases that bring nothing but a system, or what builds. */
const bases =
  /^(alpine|almalinux|amazonlinux|buildpack-deps|centos|debian|fedora|gcc|golang|oraclelinux|rockylinux|rust|ubuntu)$/

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { from, image, isShipped } = stage
  if (!image || !isShipped || stage.sources.length === 0) return
  const isRun = isInterpreter(image)
  if ((!bases.test(image.name) && !isRun) || /windows|nanoserver/.test(image.tag ?? '')) return
  if (image.digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  const shipment = shipmentOf(stage, subject)
  if (typeof shipment === 'string') return yield refuse(from.span, shipment)
  const busy = shipment.runs.flatMap((run) => needOfRun(stage, run, subject, isInDistroless) ?? [])[0]
  if (busy !== undefined) return yield refuse(from.span, busy)
  const destination = isRun
    ? interpretedBy(stage, shipment, subject)
    : destinationOf(shipment, subject, image.name)
  if (typeof destination === 'string') return yield refuse(from.span, destination)
  const doubt = accountDoubt(stage, shipment, isDistrolessUser, isDistrolessGroup)
  if (doubt !== undefined) return yield refuse(from.span, doubt)
  const edit = rebase(stage, subject.file, destination.image)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  yield {
    kind: 'change',
    title: `Move the base to \`${destination.image}\`${shipment.runs.length > 0 ? ', which has what is installed' : ''}`,
    at: from.span,
    edits: [edit, ...removeInstructions(subject.file, shipment.runs), ...(destination.edits ?? [])],
    safety: 'unsafe',
    because: `${destination.because}; but whatever looks for a shell or another program there finds none`,
    saves: rebasedBytes(subject.model, stage, destination.image, shipment.runs),
  }
}
