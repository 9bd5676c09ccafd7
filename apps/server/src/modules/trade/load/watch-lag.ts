const LOOK_MS = 20

/** Tells again and again how late this process comes to what waits for it, in ms, until the function it gives is called. */
export function watchLag(tell: (ms: number) => void): () => void {
  let due = performance.now() + LOOK_MS
  const timer = setInterval(() => {
    const now = performance.now()
    tell(Math.max(0, now - due))
    due = now + LOOK_MS
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
