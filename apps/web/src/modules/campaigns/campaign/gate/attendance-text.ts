import type { Training } from '@zhanggui/contract'

type Attendee = Training['attendees'][number]

const LINE = /^(\S.*?)[\s,，]+(\d{1,3}(?:\.\d+)?)$/

/** One person a line, name and score. Shape: the people, or the first line that is none. */
export function readAttendance(text: string): { ok: true; attendees: Attendee[] } | { ok: false; line: string } {
  const attendees: Attendee[] = []
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [, name, score] = LINE.exec(line) ?? []
    if (name === undefined || Number(score) > 100) return { ok: false, line }
    attendees.push({ name, present: true, score: Number(score) })
  }
  return { ok: true, attendees }
}

export const attendanceText = (attendees: readonly Attendee[]): string =>
  attendees
    .filter(({ present }) => present)
    .map(({ name, score }) => `${name} ${score ?? ''}`.trim())
    .join('\n')
