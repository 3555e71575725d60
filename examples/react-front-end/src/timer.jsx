import { createElement, useEffect, useState } from 'react'

/** Counts the seconds down that tea takes. */
export function Timer({ minutes }) {
  const [left, setLeft] = useState(minutes * 60)
  useEffect(() => {
    if (left === 0) return
    const tick = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(tick)
  }, [left])
  return createElement('p', null, left === 0 ? 'Tea!' : `${left} s`)
}
