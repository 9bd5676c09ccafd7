import { IMPORT_STATES } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { canCancel, canResume, isMoving, stateTone } from './import-state.ts'

describe('import states', () => {
  it('publishing shows progress but cannot be cancelled', () => {
    expect([isMoving('publishing'), canCancel('publishing')]).toEqual([true, false])
  })

  it('only an interrupted import leaves both ways open: go on, or give it up', () => {
    expect(IMPORT_STATES.filter((state) => canCancel(state) && canResume(state))).toEqual(['interrupted'])
  })

  it('a job that ended with rejected rows asks for a look', () => {
    expect(stateTone({ state: 'done', rejected: 1 })).toBe('warning')
    expect(stateTone({ state: 'done', rejected: 0 })).toBe('success')
  })
})
