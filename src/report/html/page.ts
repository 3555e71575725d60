/** The look of the page, by light and by dark. */
export const style = `
:root { --ink: #1c2128; --soft: #57606a; --ground: #fff; --card: #f6f8fa; --line: #d0d7de; --bar: #2f6fdb;
  --gone: #ffebe9; --new: #e2f7e6; --safe: #1a7f37; --unsafe: #9a5b00; --failed: #b3261e }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa6b2; --ground: #0d1117; --card: #161b22;
  --line: #30363d; --bar: #6ea8ff; --gone: #4a1f22; --new: #16391f; --safe: #57c768; --unsafe: #e0a53a; --failed: #ff8a80 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; color: var(--ink); background: var(--ground);
  font: 15px/1.5 system-ui, sans-serif }
h1 { font-size: 1.4rem; margin: 0 0 .75rem }
dl { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0 0 1rem }
dl div { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .9rem }
dd { margin: 0; font-size: 1.35rem; font-weight: 600 }
dt, .why, .size, .file > summary { color: var(--soft) }
.file > summary code { color: var(--ink); font-weight: 600 }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1rem }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .75rem }
figcaption { font-weight: 600; margin-bottom: .5rem }
svg { width: 100%; max-width: 40rem; display: block; font-size: 13px }
svg text { fill: var(--ink) } svg .name { text-anchor: end; fill: var(--soft) } svg rect { fill: var(--bar) }
.filters { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: 1rem 0; padding: .5rem 0;
  position: sticky; top: 0; background: var(--ground); z-index: 1 }
[hidden] { display: none !important }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0; padding: .25rem .75rem }
label { margin-right: 1rem; white-space: nowrap }
.filters p { margin: 0; color: var(--soft) }
details { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; overflow: hidden }
.file { content-visibility: auto; contain-intrinsic-size: auto 20rem }
summary { padding: .5rem .9rem; background: var(--card); cursor: pointer; overflow-wrap: anywhere }
.failed summary { color: var(--failed) }
ul { margin: .5rem 0; padding: 0 .9rem 0 2rem } li { overflow-wrap: anywhere }
.safe { color: var(--safe) } .unsafe { color: var(--unsafe) }
.hunk { border-top: 1px solid var(--line) }
table { width: 100%; border-collapse: collapse; table-layout: fixed;
  font: 13px/1.45 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
col.n { width: 3.5rem }
td { padding: 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top; tab-size: 4 }
td.n { color: var(--soft); text-align: right; user-select: none }
.runs { table-layout: auto; margin: 1rem 0 } .runs th { text-align: left; padding: 0 .5rem } .runs th.n { text-align: right }
.gone { background: var(--gone) } .new { background: var(--new) } .none { background: var(--card) }
`

/** What the filter does; without a script everything is shown and there is no filter. */
export const script = `
const form = document.querySelector('.filters')
if (form) {
  form.hidden = false
  const boxes = [...form.querySelectorAll('input')]
  const files = [...document.querySelectorAll('.file')]
  const show = () => {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.transform || box.dataset.safety))
    const isOn = (element) => element.dataset.labels === '' ||
      element.dataset.labels.split(',').some((label) => !label.split(' ').some((word) => off.has(word)))
    let edits = 0
    let shown = 0
    for (const file of files) {
      let here = 0
      for (const item of file.querySelectorAll('li')) {
        item.hidden = !isOn(item)
        if (!item.hidden) here++
      }
      for (const hunk of file.querySelectorAll('.hunk')) hunk.hidden = !isOn(hunk)
      file.hidden = here === 0
      edits += here
      if (here > 0) shown++
    }
    form.querySelector('p').textContent = edits + ' edits in ' + shown + ' files shown'
  }
  form.addEventListener('change', show)
  show()
}
`

/** The script as the page's policy names it; a test computes it anew. */
export const scriptHash = 'sha256-PaPE4ajtq5C4x7dm9yP8GSYX7Lmlq7W7+NW+iCkfGRY='
