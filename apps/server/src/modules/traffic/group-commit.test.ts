import { describe, expect, it } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

/** Work that waits until it is told to go on, and remembers its groups. */
function controlled() {
  const groups: string[][] = []
  const gates: PromiseWithResolvers<void>[] = []
  const work = async (items: string[]): Promise<string[]> => {
    groups.push(items)
    const gate = Promise.withResolvers<void>()
    gates.push(gate)
    await gate.promise
    return items.map((i) => i.toUpperCase())
  }
  return { groups, gates, work }
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('group commit', () => {
  it('works on a lone item at once and gives each item its own answer', async () => {
    const { groups, gates, work } = controlled()
    const commit = createGroupCommit({ work, weightMax: 10, pauseMs: 0 })
    const first = commit.add('a', 1)
    const rest = [commit.add('b', 1), commit.add('c', 1)]
    expect(groups).toEqual([['a']])
    expect(commit.waiting()).toBe(2)
    gates[0]?.resolve()
    expect(await first).toBe('A')
    await turn()
    expect(groups).toEqual([['a'], ['b', 'c']])
    gates[1]?.resolve()
    expect(await Promise.all(rest)).toEqual(['B', 'C'])
  })

  it('cuts groups at the greatest weight, and lets a heavier item go alone', async () => {
    const { groups, gates, work } = controlled()
    const commit = createGroupCommit({ work, weightMax: 10, pauseMs: 0 })
    const all = [commit.add('a', 1), commit.add('b', 6), commit.add('c', 5), commit.add('d', 99), commit.add('e', 1)]
    for (let i = 0; i < 5; i++) {
      gates[i]?.resolve()
      await turn()
    }
    await Promise.all(all)
    expect(groups).toEqual([['a'], ['b'], ['c'], ['d'], ['e']])
  })

  it('a group that fails fails its own items only', async () => {
    const { gates, work } = controlled()
    const commit = createGroupCommit({ work, weightMax: 10, pauseMs: 0 })
    const first = commit.add('a', 1)
    const second = commit.add('b', 1)
    gates[0]?.reject(new Error('disk full'))
    await expect(first).rejects.toThrow('disk full')
    await turn()
    gates[1]?.resolve()
    expect(await second).toBe('B')
  })
})
