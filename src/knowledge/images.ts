import { wordsIn } from './words.js'

export { alpineFor, distributionOf, isOldBesideAlpine, releaseOf } from './distributions.js'
export { alpineTwin, isMirrored, jreTwin, knownAlpine, slimTwin, withoutSuite } from './twins.js'

/**
 * What is known of official images: their twins, what they stand on, the default user.
 * Source of the last: domain knowledge, August 2026.
 */

/** Whether the official image runs as root unless told otherwise; false says "not known", never "not root". */
export function hasRootUser(image: string): boolean {
  return rootImages.has(image) || /^mcr\.microsoft\.com\/dotnet\/(core\/)?(sdk|aspnet|runtime)$/.test(image)
}

/** Official images without a USER instruction, or with `USER root`, in every variant. */
const rootImages = new Set(
  wordsIn(`
    adoptopenjdk almalinux alpine amazoncorretto amazonlinux archlinux buildpack-deps busybox caddy cassandra
    centos clojure composer dart debian drupal eclipse-temurin elixir erlang fedora gcc golang haskell httpd
    jruby julia mariadb maven mediawiki mongo mono mysql nextcloud nginx node openjdk oraclelinux perl php
    postgres pypy python r-base rabbitmq redis redmine registry rockylinux ruby rust swift tomcat tomee
    traefik ubuntu wordpress`),
)
