import { expect, test } from 'vitest'
import { AskedTogether } from './asked-together.ts'

/** Questions that are answered by hand, with what each asked for. */
function byHand() {
  const questions: { keys: readonly string[]; answer(): void; fail(cause: Error): void }[] = []
  const together = new AskedTogether<string>(
    (keys) =>
      new Promise((resolve, reject) => {
        questions.push({ keys, answer: () => resolve(new Map(keys.map((key) => [key, `of ${key}`]))), fail: reject })
      }),
  )
  return { questions, together }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('who comes while a question is under way is asked for by the next one, all together', async () => {
  const { questions, together } = byHand()
  const first = together.of(['a'])
  await settled()
  const later = [together.of(['b']), together.of(['c', 'a']), together.of(['b'])]
  await settled()
  expect(questions.map(({ keys }) => keys)).toEqual([['a']])
  questions[0]?.answer()
  expect((await first).get('a')).toBe('of a')
  await settled()
  // The answer of before is not good enough for who asked after it began.
  expect(questions[1]?.keys).toEqual(['b', 'c', 'a'])
  questions[1]?.answer()
  expect((await Promise.all(later)).map((one) => one.get('b'))).toEqual(['of b', 'of b', 'of b'])
})

test('a question that fails fails for those who asked in it, and the next is asked all the same', async () => {
  const { questions, together } = byHand()
  const first = together.of(['a'])
  await settled()
  const second = together.of(['b'])
  questions[0]?.fail(new Error('down'))
  await expect(first).rejects.toThrow('down')
  await settled()
  questions[1]?.answer()
  expect((await second).get('b')).toBe('of b')
})
