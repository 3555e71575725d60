/** Whether a file of this name is looked for when a folder is walked. */
export function isDockerfileName(name: string): boolean {
  return wanted.test(name) && !unwanted.test(name)
}

/** Whether a folder of this name is never entered unless it is named itself. */
export const isSkippedFolder = (name: string): boolean => skippedFolders.has(name)

const wanted = /^(?:Dockerfile|dockerfile|Dockerfile\..+|.+\.[Dd]ockerfile|Containerfile.*)$/s

/** What belongs to a Dockerfile but is none: ignore lists, templates, leftovers of editors and merges. */
const unwanted =
  /\.dockerignore$|\.(?:j2|jinja2?|tmpl|tpl|template|erb|in|mustache|hbs|ejs|gotmpl|m4|orig|rej|swp)$|~$/

const skippedFolders = new Set(['node_modules', 'vendor', '.git'])
