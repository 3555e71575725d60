/**
 * Microsoft's images of .NET for Linux: one to build with, two to run with, by the same tag.
 * Source: dotnet/dotnet-docker, its Dockerfiles and READMEs, 21 August 2026, and those that were removed by then.
 */

/** An image that builds, and its runtime images. */
export interface DotnetImage {
  /** With ASP.NET, and without. */
  readonly web: string
  readonly plain: string
  /** Whether ports that nothing sets are those of the runtime image: the one that builds is built on it since 8.0. */
  readonly listensAlike: boolean
}

/** Undefined where it builds no program for Linux, a patch of the SDK decides, or cultures are left out: on Alpine. */
export function dotnetImage(name: string, tag: string): DotnetImage | undefined {
  const family = /^(mcr\.microsoft\.com\/dotnet\/(?:core\/)?)sdk$/.exec(name)?.[1]
  const version =
    /^(\d+)\.\d+(-(bookworm|bullseye|buster)(-slim)?|-(focal|jammy|noble|resolute)|-azurelinux3\.0)?$/.exec(
      tag,
    )
  if (family === undefined || version === null) return undefined
  const major = Number(version[1])
  if (major < 3 || (family.endsWith('core/') ? major > 3 : major < 5)) return undefined
  // The image that builds has no `-slim`, where the others have, at 3.1.
  const own = /^3\.1-(buster|bullseye)$/.test(tag) ? `${tag}-slim` : tag
  return { web: `${family}aspnet:${own}`, plain: `${family}runtime:${own}`, listensAlike: major >= 8 }
}
