import { createSecretKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { BotChallenger, solveChallenge } from './bot-challenge.ts'

const secret = createSecretKey(Buffer.alloc(32, 7))
const challenger = new BotChallenger(secret, 8)
const MINUTE = 60_000

test('[P7.15] a solved challenge holds for its source, this minute and the next, and for nobody else', () => {
  const proof = solveChallenge(challenger.ask('buyer', 10 * MINUTE))
  expect(challenger.holds(proof, 'buyer', 10 * MINUTE)).toBe(true)
  expect(challenger.holds(proof, 'buyer', 11 * MINUTE)).toBe(true)
  expect(challenger.holds(proof, 'buyer', 12 * MINUTE)).toBe(false)
  expect(challenger.holds(proof, 'buyer', 9 * MINUTE)).toBe(false)
  expect(challenger.holds(proof, 'another', 10 * MINUTE)).toBe(false)
})

test.each(['', 'x', '1.2:3', `${'9'.repeat(400)}`, `10.${'a'.repeat(43)}:5`])('no proof: %j', (proof) => {
  expect(challenger.holds(proof, 'buyer', 10 * MINUTE)).toBe(false)
})

test('a number that was guessed does not hold', () => {
  const { challenge } = challenger.ask('buyer', 0)
  const hard = new BotChallenger(secret, 24)
  expect([1, 2, 3].some((number) => hard.holds(`${challenge}:${number}`, 'buyer', 0))).toBe(false)
})
