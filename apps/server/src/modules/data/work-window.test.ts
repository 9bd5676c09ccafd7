import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { WorkWindow } from './work-window.ts'

/** Pieces that end when told to; `log` says what happened, in order. */
function pieces() {
  const log: string[] = []
  const ends = new Map<string, (failure?: Error) => void>()
  const piece = (name: string) => (): Promise<void> => {
    log.push(`start ${name}`)
    return new Promise((resolve, reject) => ends.set(name, (failure) => (failure ? reject(failure) : resolve())))
  }
  const done = (name: string) => async (): Promise<void> => {
    log.push(`done ${name}`)
  }
  return { log, piece, done, end: (name: string, failure?: Error) => ends.get(name)?.(failure) }
}

describe('pieces of work run side by side', () => {
  test('at most so many at once, and they are told of in the order they were added', async () => {
    const { log, piece, done, end } = pieces()
    const window = new WorkWindow(2)
    await window.add(piece('a'), done('a'))
    await window.add(piece('b'), done('b'))
    const third = window.add(piece('c'), done('c'))
    end('b')
    await setImmediate()
    expect(log).toEqual(['start a', 'start b'])
    end('a')
    await third
    end('c')
    await window.drain()
    expect(log.filter((line) => line.startsWith('done'))).toEqual(['done a', 'done b', 'done c'])
    expect(log.indexOf('start c')).toBeGreaterThan(log.indexOf('done a'))
  })

  test('a failed piece is never told of, nor are those after it', async () => {
    const { log, piece, done, end } = pieces()
    const window = new WorkWindow(2)
    await window.add(piece('a'), done('a'))
    await window.add(piece('b'), done('b'))
    end('b')
    end('a', new Error('broken'))
    await expect(window.drain()).rejects.toThrow('broken')
    await window.settle()
    expect(log).toEqual(['start a', 'start b'])
  })

  test('settling waits for the pieces that still run after one has failed', async () => {
    const { piece, done, end } = pieces()
    const window = new WorkWindow(2)
    await window.add(piece('a'), done('a'))
    await window.add(piece('b'), done('b'))
    let settled = false
    const settling = window.settle().then(() => {
      settled = true
    })
    end('a', new Error('broken'))
    await setImmediate()
    expect(settled).toBe(false)
    end('b')
    await settling
    expect(settled).toBe(true)
  })
})
