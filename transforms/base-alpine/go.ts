import type { Journey, Place } from './journey.js'

/** Why building Go does not go along, behind `line 5 `: the image on Alpine has no C compiler, and cgo goes off silently. */
export function judgeGo(
  { subject, files }: Journey,
  place: Place,
  words: readonly (string | undefined)[],
): string | undefined {
  if (!/^(build|install|test|run|get)$/.test(words[0] ?? '')) return undefined
  const { variables } = subject.model.scopeAt(place.stage, place.instruction)
  const text = place.instruction.args.text
  if (variables.get('CGO_ENABLED') === '0' || /\bCGO_ENABLED=0\b/.test(text)) return undefined
  if (variables.get('CGO_ENABLED') === '1' || /CGO_ENABLED|-race\b/.test(text))
    return 'builds Go with cgo, for another C library'
  return files.has(/\.go$/) &&
    files
      .textsOf(/\.go$/)
      .every((source) => source !== undefined && !/^\s*import\s+"C"|^\s+"C"$/m.test(source)) &&
    isPure(files.textsOf(/go\.sum$/))
    ? undefined
    : 'builds Go that may use cgo, for which the image on Alpine has no C compiler'
}

/** Modules that are known to use cgo. */
const isPure = (sums: readonly (string | undefined)[]): boolean =>
  sums.every(
    (text) =>
      text !== undefined &&
      !/mattn\/go-sqlite3|confluent-kafka-go|gocv|v8go|librdkafka|go-gl\/|h3-go|gosseract|imagick|godror|go-oci8|bimg|go-libxml|tree-sitter|wasmer|rocksdb|zmq4|pcap|gopacket|portaudio|fyne\.io/.test(
        text,
      ),
  )
