import { useRef } from 'react'

const POINTS_MAX = 120

/** What a figure has been since this page was opened, one point a reading; the last two minutes. */
export function useCourse(value: number, at: string): readonly number[] {
  const course = useRef<{ at: string; values: readonly number[] }>({ at: '', values: [] })
  if (course.current.at !== at) course.current = { at, values: [...course.current.values, value].slice(-POINTS_MAX) }
  return course.current.values
}
