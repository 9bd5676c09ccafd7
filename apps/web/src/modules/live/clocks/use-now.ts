import { useEffect, useState } from 'react'

export type Moment = {
  /** The server's clock. */
  now: number
  /** Milliseconds since its answer. */
  since: number
}

/**
 * The server's clock between two of its answers, moving every second. A phone whose own clock is wrong counts down right.
 * @param answer the `now` of the answer, and when it arrived by the browser's clock.
 */
export function useNow({ now, arrivedAt }: { now: string; arrivedAt: number }): Moment {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const since = Math.max(0, Math.max(at, arrivedAt) - arrivedAt)
  return { now: Date.parse(now) + since, since }
}
