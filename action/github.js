import { input, Stop } from './runner.js'

const pageSize = 100
const maxPages = 30

/** GitHub's API below one of its addresses: https://docs.github.com/en/rest. */
export class GitHub {
  #base
  #token = input('token')

  constructor(path) {
    this.#base = `${process.env.GITHUB_API_URL || 'https://api.github.com'}${path}`
    if (this.#token === '') throw new Stop('mode suggest needs a token')
  }

  /** All items of a list. */
  async all(path) {
    const items = []
    for (let page = 1; page <= maxPages; page++) {
      const some = await this.#ask(`${path}?per_page=${pageSize}&page=${page}`)
      items.push(...some)
      if (some.length < pageSize) break
    }
    return items
  }

  post(path, body) {
    return this.#ask(path, { method: 'POST', body: JSON.stringify(body) })
  }

  async #ask(path, options = {}) {
    const answer = await fetch(this.#base + path, {
      ...options,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${this.#token}`,
        'user-agent': 'dfslim',
        'x-github-api-version': '2022-11-28',
      },
    })
    if (answer.ok) return answer.json()
    const { message = answer.statusText } = await answer.json().catch(() => ({}))
    const hint = answer.status === 403 ? ' (permissions: pull-requests: write)' : ''
    throw new Stop(`GitHub answers ${answer.status}: ${message}${hint}`)
  }
}
