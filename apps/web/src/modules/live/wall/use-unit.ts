import { type RefObject, useLayoutEffect, useState } from 'react'

/** Like `--u` in the style sheet: a hundredth of the wall's width, and on the whole screen no more than its height allows. */
const PER_WIDTH = 0.01
const PER_HEIGHT = 0.014

/** The wall's unit in pixels, for what is drawn on a canvas. */
export function useUnit(element: RefObject<HTMLElement | null>, isFull: boolean): number {
  const [unit, setUnit] = useState(12)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => {
      const { width, height } = current.getBoundingClientRect()
      setUnit(isFull ? Math.min(width * PER_WIDTH, height * PER_HEIGHT) : width * PER_WIDTH)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element, isFull])
  return unit
}
