import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Timer } from './timer.jsx'

createRoot(document.getElementById('root')).render(createElement(Timer, { minutes: 3 }))
