// @ts-check

/**
 * @typedef {object} Twin
 * @property {string} tag
 * @property {readonly string[]} lacks All programs of the image that the twin does not have.
 * @property {number} saves Bytes, unpacked.
 */

const lacks = ['cc', 'curl', 'g++', 'gcc', 'git', 'gpg', 'make', 'scp', 'ssh', 'svn', 'wget']

/**
 * The twins of our base images, by name and tag. Both are built by the platform team, which writes down what they
 * lack: `comm -23` over the sorted folders of PATH of the two, November 2026.
 * @type {Readonly<Record<string, Readonly<Record<string, Twin>>>>}
 */
export const twins = {
  'registry.example.com/base/python': {
    3.12: { tag: '3.12-slim', lacks, saves: 610e6 },
    3.13: { tag: '3.13-slim', lacks, saves: 622e6 },
  },
}

/** Programs that call no others, and write no scripts. */
export const calm = ['chmod', 'chown', 'groupadd', 'ln', 'mkdir', 'rm', 'true', 'useradd']
