/** The one door for authors of transforms. */
export type { BuildContext, IgnoreFile } from './context/build-context.js'
export { type Compiled, madeIn, type MadeHere, programIn, sourcesOf, spawnedBy } from './context/compiled.js'
export { developmentPackagesIn } from './context/compilers.js'
export { copiedBy, placesOf } from './context/copied.js'
export { gemsIn, type LockedGem } from './context/gem-lock.js'
export { gemsNamedIn, lockedBundler, type NamedGem } from './context/gemfile.js'
export { isGlob, readGlob } from './context/globs.js'
export { ImageFiles, type Placed } from './context/image-files.js'
export { isNodeSource, packageIn, packagesLoaded } from './context/node-sources.js'
export { type NpmInstall, readNpmCall } from './context/npm-call.js'
export { installedBy, needOfRun } from './context/needless.js'
export * from './context/npm-lock.js'
export { type LockedDistribution, pipfileLock, tomlLock } from './context/python-locks.js'
export { requirementsIn } from './context/requirements.js'
export { findScript, toldBy } from './context/scripts.js'
export { yarnVersion } from './context/yarn.js'
export { accountDoubt, type Shipment, shipmentOf, type Taking } from './context/shipment.js'
export type { Hint, Remark } from './engine/hint.js'
export { defineTransform, refuse } from './engine/transform.js'
export type {
  Alteration,
  Change,
  Companion,
  Finding,
  Meta,
  Opening,
  Phase,
  Refusal,
  Safety,
  Subject,
  Transform,
  Visitor,
} from './engine/transform.js'
export { appendCommand, insertCommand, packageWords } from './model/addition.js'
export { aptBytes, aptInstalls, listsBytes, removedBytes } from './model/apt-size.js'
export { needsBuildKit } from './model/buildkit.js'
export { commandsOf, commandsUpTo, programOf, quoted } from './model/calls.js'
export { copyOf, isContextCopy } from './model/copies.js'
export {
  documentationUse,
  lacksManualFolders,
  linksManuals,
  namesDocumentation,
} from './model/documentation.js'
export { hazardIn, hazardOf } from './model/hazards.js'
export { isIsolated, isPlainList, maySetErrexit } from './model/errexit.js'
export { isInstalledBefore } from './model/installs.js'
export { joiner, layoutOf, type Layout } from './model/layout.js'
export * from './model/lists.js'
export type { Body, Model, Scope, Stage } from './model/model.js'
export * from './model/mounts.js'
export { mergedBytes } from './model/merge-size.js'
export { leftLists, rebasedBytes } from './model/move-size.js'
export { baseName, isWithin, joinPath } from './model/paths.js'
export {
  linesOf,
  removeInstruction,
  removeInstructions,
  removeLinesOf,
  removeOperands,
  removeStatements,
  removeWord,
} from './model/removal.js'
export { rebase, retag, saidBy } from './model/retag.js'
export { labelledBase, namedDistribution } from './model/said-base.js'
export { removeWords } from './model/word-list.js'
export { expand } from './model/scope.js'
export { rootOf } from './model/stages.js'
export { isRoot } from './model/user.js'
export { apkCall, type ApkCall, readsIndex } from './syntax/apk.js'
export { aptCall, type AptCall, packageName } from './syntax/apt.js'
export { dnfCall, type DnfCall } from './syntax/dnf.js'
export { hasFlag, resolve, withoutOptions } from './syntax/invocation.js'
export { type ImageReference, parseImage } from './syntax/image.js'
export type { Dockerfile, Instruction } from './syntax/nodes.js'
export { commentsBetween, firstEndingFrom } from './syntax/places.js'
export type { Command, Operand, Script, Statement, Word } from './syntax/shell.js'
export { applyEdits, type Edit, insertAt, removeAt, replaceAt, type Span } from './text/edit.js'
export { hashOf } from './text/hash.js'
export { indentAt, lineEndAt, lineStart, nextLine } from './text/lines.js'
