import { expect, test } from 'vitest'
import { type AttackedSite, Endurance } from './leave-attacked-site.ts'

const full: AttackedSite = { isUnderAttack: true, level: 3 }
const course = (looks: readonly AttackedSite[]): boolean[] => {
  const endurance = new Endurance()
  return looks.map((look) => endurance.isOver(look))
}
const times = (count: number, look: AttackedSite): AttackedSite[] => Array.from({ length: count }, () => look)

test('[P7.15] a site that is attacked and full for half a minute is left once, not again and again', () => {
  expect(course(times(8, full))).toEqual([false, false, false, false, false, true, false, false])
})

test.each([
  { what: 'an attack that the door copes with', look: { isUnderAttack: true, level: 2 } },
  { what: 'many buyers without an attack', look: { isUnderAttack: false, level: 3 } },
])('$what is no reason to go', ({ look }) => {
  expect(course(times(20, look)).some(Boolean)).toBe(false)
})

test('one quiet look begins the count anew', () => {
  const quiet = { isUnderAttack: false, level: 0 }
  expect(course([...times(5, full), quiet, ...times(5, full)]).some(Boolean)).toBe(false)
})
