import { useEffect, useState } from 'react'

/** A value once it has been still for so long: asking for every keystroke would answer questions nobody has any more. */
export function useSettled<T>(value: T, waitMs: number): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return settled
}
