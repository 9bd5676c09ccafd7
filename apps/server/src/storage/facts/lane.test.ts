import { expect, it } from 'vitest'
import { createLane } from './lane.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('lends a thing to one borrower at a time, in order of asking, also after a failure', async () => {
  const lane = createLane(['only'])
  const began: string[] = []
  const gates = ['a', 'b', 'c'].map((name) => ({ name, gate: Promise.withResolvers<string>() }))
  const all = gates.map(({ name, gate }) =>
    lane.run((thing) => {
      began.push(`${name} has ${thing}`)
      return gate.promise
    }),
  )
  await turn()
  expect(began).toEqual(['a has only'])
  gates[0]?.gate.reject(new Error('a failed'))
  await expect(all[0]).rejects.toThrow('a failed')
  await turn()
  expect(began).toEqual(['a has only', 'b has only'])
  gates[1]?.gate.resolve('b')
  gates[2]?.gate.resolve('c')
  expect(await Promise.all(all.slice(1))).toEqual(['b', 'c'])
})

it('runs as many at once as there are things', async () => {
  const lane = createLane([1, 2])
  const held: number[] = []
  const gate = Promise.withResolvers<void>()
  const all = Array.from({ length: 3 }, () =>
    lane.run((thing) => {
      held.push(thing)
      return gate.promise
    }),
  )
  await turn()
  expect(held.toSorted()).toEqual([1, 2])
  gate.resolve()
  await Promise.all(all)
  expect(held).toHaveLength(3)
})
