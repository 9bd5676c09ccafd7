import { expect, test } from 'vitest'
import type { Context } from '../../../context.ts'
import { AttackDesk } from './attack-desk.ts'

test('names that somebody makes up push each other out, and no shop that is asked for', () => {
  const desk = new AttackDesk({} as Context, () => 0)
  const [busy, quiet] = [desk.guardOf('busy'), desk.guardOf('quiet')]
  for (let i = 0; i < 1500; i++) {
    desk.guardOf(`made-up-${i}`)
    expect(desk.guardOf('busy')).toBe(busy)
  }
  expect(desk.guardOf('quiet')).not.toBe(quiet)
})
