// Opens a page of `--format html` in a headless Chromium and looks at it: what the console says, what is asked of the
// network, whether the filter works. `node scripts/page-check.mjs PAGE [FOLDER]` also puts pictures into FOLDER, by
// light and by dark. Prints one JSON object; says so where there is no Chromium.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Without a sandbox, for containers and root; what would call home is off. */
const flags = [
  ...[
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--remote-debugging-pipe',
  ],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
/** What a reader sees. */
const counts = `({
  files: [...document.querySelectorAll('.file')].filter((file) => !file.hidden).length,
  edits: [...document.querySelectorAll('.file li')].filter((item) => !item.hidden && !item.closest('[hidden]')).length,
  hunks: [...document.querySelectorAll('.hunk')].filter((hunk) => !hunk.hidden && !hunk.closest('[hidden]')).length,
  bars: document.querySelectorAll('svg rect').length,
})`

const [page, folder] = process.argv.slice(2)
if (page === undefined) throw new Error('name a page')
const program = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)
if (program === undefined) console.log('No Chromium here: the page was not opened.')
else await check(pathToFileURL(resolve(page)).href)

async function check(url) {
  const profile = mkdtempSync(join(tmpdir(), 'dfslim-page-'))
  const browser = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise((resolve) => browser.once('exit', resolve))
  try {
    console.log(JSON.stringify(await look(connect(browser), url)))
  } finally {
    browser.kill()
    await gone
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function look({ send, on }, url) {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const call = (method, params) => send(method, params, sessionId)
  const messages = []
  const requests = []
  on('Runtime.exceptionThrown', ({ exceptionDetails }) => messages.push(exceptionDetails.text))
  on('Runtime.consoleAPICalled', ({ type }) => messages.push(`console.${type}`))
  on('Log.entryAdded', ({ entry }) => messages.push(entry.text))
  on('Network.requestWillBeSent', ({ request }) => requests.push(request.url))
  for (const domain of ['Runtime', 'Log', 'Network', 'Page']) await call(`${domain}.enable`)
  const loaded = new Promise((resolve) => on('Page.loadEventFired', resolve))
  await call('Page.navigate', { url })
  await loaded
  const ask = async (expression) =>
    (await call('Runtime.evaluate', { expression, returnByValue: true })).result.value
  if (folder !== undefined) await shoot(call)
  return {
    counts: await ask(counts),
    withoutFirst: await ask(`document.querySelector('.filters input')?.click(); ${counts}`),
    alien: await ask(
      `document.querySelectorAll('script').length - 1 + document.querySelectorAll('img, iframe, object, a').length`,
    ),
    wide: await ask('document.documentElement.scrollWidth > document.documentElement.clientWidth'),
    messages,
    foreign: requests.filter((request) => request !== url && !request.startsWith('data:')),
  }
}

/** Pictures of the page by light and by dark. */
async function shoot(call) {
  await call('Emulation.setDeviceMetricsOverride', {
    width: 1300,
    height: 1500,
    deviceScaleFactor: 1,
    mobile: false,
  })
  for (const value of ['light', 'dark']) {
    await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
    const { data } = await call('Page.captureScreenshot', { format: 'png' })
    writeFileSync(join(folder, `${value}.png`), Buffer.from(data, 'base64'))
  }
}

/** Speaks Chromium's protocol over its pipes: JSON between zero bytes. */
function connect({ stdio }) {
  const waiting = new Map()
  const listeners = new Map()
  let last = 0
  let text = ''
  stdio[4].on('data', (chunk) => {
    text += chunk
    for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0')) {
      receive(JSON.parse(text.slice(0, end)))
      text = text.slice(end + 1)
    }
  })
  function receive({ id, result, error, method, params }) {
    if (id === undefined) return listeners.get(method)?.(params)
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error) reject(new Error(error.message))
    else resolve(result)
  }
  return {
    on: (method, listener) => listeners.set(method, listener),
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject })
        stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
      }),
  }
}
