import { jreTwin } from './twins.js'

/** The image with the same Java without its compiler; undefined where none is known. */
export function jreImage(name: string, tag: string): string | undefined {
  const [image, jdk] = jdkOf(name, tag) ?? []
  const twin = image === undefined || jdk === undefined ? undefined : jreTwin(image, jdk)
  return twin && `${image}:${twin}`
}

/**
 * The image with the Java that an image for building stands on.
 * Source: the Dockerfiles of the official images maven and gradle, November 2026.
 */
function jdkOf(name: string, tag: string): readonly [string, string] | undefined {
  if (/^(eclipse-temurin|openjdk|adoptopenjdk|amazoncorretto)$/.test(name)) return [name, tag]
  if (name === 'maven') {
    const temurin = /(?:^|-)eclipse-temurin-(\d+)(-(?:alpine|focal|jammy|noble))?$/.exec(tag)
    if (temurin) return ['eclipse-temurin', `${temurin[1]}-jdk${temurin[2] ?? ''}`]
    const open = /(?:^|-)(?:jdk|openjdk)-(8|11)(-slim)?$/.exec(tag)
    return open ? ['openjdk', `${open[1]}-jdk${open[2] ?? ''}`] : undefined
  }
  const gradle =
    name === 'gradle'
      ? /^(?:[78]\.\d+(?:\.\d+)?|[78])-jdk(\d+)(-(?:alpine|focal|jammy|noble))?$/.exec(tag)
      : undefined
  return gradle ? ['eclipse-temurin', `${gradle[1]}-jdk${gradle[2] ?? ''}`] : undefined
}
