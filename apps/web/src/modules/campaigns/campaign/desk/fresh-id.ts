/** An id for an entry that somebody adds: what it is, and when, so that two of a kind do not meet. */
export const freshId = (kind: string, name: string, now = Date.now()): string => `${kind}-${name}-${now.toString(36)}`
