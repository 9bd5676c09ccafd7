/** Asking may take at most this share of the time: a question that takes a second is asked again after half a minute at the earliest. */
const TIME_SHARE = 0.03

type Kept<T> = { key: string; value: T; askedAt: number; costMs: number }

/**
 * Keeps the answer of a costly question. A stale answer is given at once while a fresh one is on its way, so nobody waits for it
 * twice; only a question about something else (another day) waits. When asking fails the old answer stays until it works again.
 */
export function keep<A extends readonly unknown[], T>(
  ask: (...about: A) => Promise<T>,
  { everyMs, keyOf = () => '' }: { everyMs: number; keyOf?: (...about: A) => string },
): (...about: A) => Promise<T> {
  let kept: Kept<T> | undefined
  let asking: { key: string; answer: Promise<T> } | undefined
  const refresh = (key: string, about: A): Promise<T> => {
    if (asking?.key === key) return asking.answer
    const askedAt = performance.now()
    const answer = ask(...about)
      .then((value) => {
        kept = { key, value, askedAt, costMs: performance.now() - askedAt }
        return value
      })
      .finally(() => {
        if (asking?.answer === answer) asking = undefined
      })
    asking = { key, answer }
    return answer
  }
  return async (...about) => {
    const key = keyOf(...about)
    if (kept?.key !== key) return refresh(key, about)
    const age = performance.now() - kept.askedAt
    if (age >= Math.max(everyMs, kept.costMs / TIME_SHARE)) refresh(key, about).catch(() => {})
    return kept.value
  }
}
