import type { DrillFault } from '@zhanggui/contract'

export type TimelineMark = { kind: 'detect' | 'start' | 'restore'; minute: number; at: number }

/** One row of the timeline: shares of its width, in percent. */
export type TimelineRow = {
  kind: string
  span: { from: number; width: number }
  answered: { from: number; width: number } | null
  marks: TimelineMark[]
}

/**
 * Where the faults of a drill stand on a track from the first to the last minute of the drill, and when each was found,
 * started on and restored. What came after the last minute is left out.
 */
export function timelineRows(faults: readonly DrillFault[], { from, to }: { from: number; to: number }): TimelineRow[] {
  const place = (minute: number): number =>
    (100 * (Math.min(to, Math.max(from, minute)) - from)) / Math.max(1, to - from)
  return faults.map((fault) => {
    const { kind, detectedAt, startedAt, restoredAt } = fault
    const marks = (
      [
        ['detect', detectedAt],
        ['start', startedAt],
        ['restore', restoredAt],
      ] as const
    ).flatMap(([mark, minute]): TimelineMark[] =>
      minute === null || minute > to ? [] : [{ kind: mark, minute, at: place(minute) }],
    )
    const end = restoredAt ?? fault.to
    return {
      kind,
      span: { from: place(fault.from), width: place(fault.to) - place(fault.from) },
      answered:
        startedAt === null ? null : { from: place(startedAt), width: Math.max(0, place(end) - place(startedAt)) },
      marks,
    }
  })
}
