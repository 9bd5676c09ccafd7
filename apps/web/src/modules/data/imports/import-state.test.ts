import { IMPORT_STATES } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { canCancel, canResume, isMoving, stateTone } from './import-state.ts'

describe('import states', () => {
  it('publishing shows progress but cannot be cancelled', () => {
    expect([isMoving('publishing'), canCancel('publishing')]).toEqual([true, false])
  })

  it('no state can be cancelled and resumed at once', () => {
    expect(IMPORT_STATES.filter((state) => canCancel(state) && canResume(state))).toEqual([])
  })

  it('a job that ended with rejected rows asks for a look', () => {
    expect(stateTone({ state: 'done', rejected: 1 })).toBe('warning')
    expect(stateTone({ state: 'done', rejected: 0 })).toBe('success')
  })
})
