import { useEffect, useRef } from 'react'
import { useInbox, useReadInbox } from '../use-alerts.ts'

/** Whoever has the list of incidents before them has seen what they were told. */
export function useSeenInbox(): void {
  const { data } = useInbox()
  const { mutate } = useReadInbox()
  // A mark that could not be set is not tried again for the same message.
  const marked = useRef(0)
  const newest = data?.notices[0]?.sequence ?? 0
  const hasNew = (data?.unread ?? 0) > 0
  useEffect(() => {
    if (!hasNew || newest <= marked.current) return
    marked.current = newest
    mutate(newest)
  }, [hasNew, newest, mutate])
}
