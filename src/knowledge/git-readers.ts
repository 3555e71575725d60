/**
 * What in a file of a project shows that a build, or the program, reads the history of the repository: commands, tools
 * that derive versions or dates from it, hooks that are installed into it. By their names in package registries; the list
 * is not complete.
 */
export const gitReaders: readonly RegExp[] = [
  /\bgit\b(?:['"`]\s*,\s*\[?\s*['"`]|\s+)(?:--?[\w-]+(?:[= ]\S+)?\s+)*(?:describe|rev-parse|rev-list|log|show|show-ref|status|branch|tag|ls-files|ls-tree|diff|diff-index|submodule|archive|symbolic-ref|name-rev|shortlog|cat-file|blame|checkout|fetch|pull|stash|notes|remote|apply|update-index|lfs|for-each-ref|worktree|hash-object)\b/,
  /(?<![\w./-])\.?\/?\.git(?:\/|['"`\s)]|$)/m,
  /\bGIT_DIR\b/,
  /setuptools[-_]scm|setuptools[-_]git|setuptools[-_]vcs|versioneer|hatch[-_]vcs|dunamai|versioningit|poetry-dynamic-versioning|uv-dynamic-versioning|miniver|vcversioner|gitpython|\bpygit2\b|\bpbr\b|mkdocs-git|sphinx[-_]last[-_]updated/i,
  /\b(?:import|from) git\b/,
  /git-rev-sync|git-revision-webpack|git-describe|git-rev\b|git-repo-info|git-last-commit|git-commit-info|gitinfo|git-log\b|simple-git|isomorphic-git|nodegit|nerdbank|semantic-release|standard-version|conventional-changelog|lerna (?:version|publish|changed)|nx affected|gatsby-transformer-gitinfo|sentry-cli|@sentry\/(?:webpack|vite|nextjs|cli)/i,
  /showLastUpdate(?:Time|Author)|lastUpdated\s*:\s*true|enableGitInfo|last-modified-at|github-metadata/,
  /"(?:prepare|(?:pre|post)?install)"\s*:\s*"[^"]*(?:husky|lefthook|simple-git-hooks|git|hooks|patch-)/,
  /\bvergen\b|shadow-rs|git-version|git_version|\bbuilt\b\s*=|rustc-tools-util|ReadBuildInfo|vcs\.revision|-buildvcs=true|goreleaser|\bsvu\b/,
  /git-commit-id|buildnumber-maven|jgitver|org\.eclipse\.jgit|grgit|gradle-git|axion-release|nebula\.release|palantir\.git|git-properties|sbt-git|sbt-dynver|versioning-plugin/i,
  /GitVersion|MinVer|SourceLink|GitInfo\b|Nerdbank/,
  /\b(?:hg|svn)\s+(?:id|log|info|parents|summary|export)\b|\.(?:hg|svn)\/|svnversion/,
]
