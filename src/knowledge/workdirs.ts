/**
 * The folder in which official images run commands unless told otherwise.
 * Source: the images' own Dockerfiles, domain knowledge of November 2026; only those without doubt.
 */

/** The default working folder of an official image; undefined where it is not known. */
export function defaultWorkdir(image: string): string | undefined {
  return rootFolder.has(image) || foreign.test(image)
    ? '/'
    : Object.hasOwn(others, image)
      ? others[image]
      : undefined
}

const rootFolder = new Set(
  (
    'almalinux alpine amazoncorretto amazonlinux archlinux buildpack-deps busybox centos debian eclipse-temurin elixir ' +
    'erlang fedora gcc mariadb mongo mysql nginx node openjdk oraclelinux postgres pypy python rockylinux ruby ubuntu'
  ).split(' '),
)

/** As long as the tag does not name `nonroot`; and images of .NET for Linux. */
const foreign = /^gcr\.io\/distroless\/|^mcr\.microsoft\.com\/dotnet\/(core\/)?(sdk|aspnet|runtime)$/

const others: Readonly<Record<string, string>> = {
  golang: '/go',
  httpd: '/usr/local/apache2',
  redis: '/data',
  tomcat: '/usr/local/tomcat',
}
