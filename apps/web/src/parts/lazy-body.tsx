import { type ReactNode, useEffect, useRef, useState } from 'react'

/** How far beyond the screen rows are drawn already, so that scrolling never meets an empty place. */
const NEAR_PX = 800

type LazyBodyProps = {
  /** Height in pixels that the rows are likely to have, until they have been seen. */
  height: number
  /** Drawn wherever it is: a link leads to one of its rows. */
  held: boolean
  children: () => ReactNode
}

/**
 * A part of a long table that is drawn only near the screen; elsewhere one empty row keeps its height.
 * Rows with the focus stay, so that nobody loses what they type by scrolling.
 */
export function LazyBody({ height, held, children }: LazyBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [near, setNear] = useState(false)
  const [seen, setSeen] = useState<number | null>(null)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (!entry.isIntersecting && element.contains(document.activeElement)) return
        if (!entry.isIntersecting) setSeen(entry.boundingClientRect.height)
        setNear(entry.isIntersecting)
      },
      { rootMargin: `${NEAR_PX}px 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <tbody ref={body}>
      {near || held ? (
        children()
      ) : (
        <tr aria-hidden style={{ height: seen ?? height, padding: 0, border: 0 }}>
          <td style={{ border: 0 }} />
        </tr>
      )}
    </tbody>
  )
}
