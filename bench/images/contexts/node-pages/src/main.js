import { h, render } from 'preact'
render(h('h1', null, 'Teas'), document.getElementById('app'))
