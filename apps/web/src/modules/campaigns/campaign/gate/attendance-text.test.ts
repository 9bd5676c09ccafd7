import { expect, test } from 'vitest'
import { attendanceText, readAttendance } from './attendance-text.ts'

test('a line is a name and a score, whatever stands between them; written again it is the same list', () => {
  const read = readAttendance('张三 90\n\n 李 四，85.5 \n')
  expect(read).toEqual({
    ok: true,
    attendees: [
      { name: '张三', present: true, score: 90 },
      { name: '李 四', present: true, score: 85.5 },
    ],
  })
  if (read.ok) expect(readAttendance(attendanceText(read.attendees))).toEqual(read)
})

test.each(['张三', '张三 101', '90'])('"%s" is no person with a score', (line) => {
  expect(readAttendance(line)).toEqual({ ok: false, line })
})
