import { useState } from 'react'
import { useStoreTimeZone } from '../../app/use-store-time-zone.ts'
import { dayIn } from './days-until.ts'

/** The shop's day at which the page was opened. */
export function useToday(): string {
  const timeZone = useStoreTimeZone() ?? 'Asia/Shanghai'
  const [now] = useState(() => new Date().toISOString())
  return dayIn(now, timeZone)
}
