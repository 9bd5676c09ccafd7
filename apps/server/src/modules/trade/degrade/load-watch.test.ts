import { expect, test } from 'vitest'
import { LoadWatch } from './load-watch.ts'

function watched() {
  const time = { now: 0 }
  const watch = new LoadWatch(() => time.now)
  const letIn = (since: number) => {
    const order = { since, store: 'shop' }
    watch.noteAsked('shop')
    watch.noteLetIn(order)
    return order
  }
  const read = (now: number) => {
    time.now = now
    const { orders, slowestOrderMs } = watch.read()
    return [orders, slowestOrderMs]
  }
  return { watch, letIn, read, at: (now: number) => (time.now = now) }
}

test('[P7.08] orders that a hanging disk leaves without an answer are as slow as they have waited, second after second', () => {
  const { watch, letIn, read, at } = watched()
  const order = letIn(100)
  expect(read(1000)).toEqual([1, 900])
  expect(read(2000)).toEqual([1, 1900])
  at(2500)
  watch.noteAnswered(order)
  expect(read(3000)).toEqual([0, 2400])
  expect(read(4000)).toEqual([0, null])
})

test('orders are counted by shop from one reading to the next', () => {
  const { watch } = watched()
  for (const store of ['a', 'b', 'a']) watch.noteAsked(store)
  watch.read()
  expect([...watch.ordersByStore]).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  watch.read()
  expect(watch.ordersByStore.size).toBe(0)
})
