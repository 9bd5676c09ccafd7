import { type Answer, type Command, checkFrame, encodeFrame, type ResultNumber, readAnswer } from '@zhanggui/orders'
import { answersOf } from './core-loop.ts'

/** A frame that has passed its check goes in, its answers come out. */
export type Decide = (frame: Int32Array, count: number) => Promise<Int32Array>

const read = (answers: Int32Array): Answer[] =>
  Array.from({ length: answers.length / 2 }, (_, i) => readAnswer(answers, i))

/** Where a frame as a whole is not well formed, each command stands alone: the malformed are answered so, the others decided. */
function submitOneByOne(decide: Decide, commands: readonly Command[]): Promise<Answer[][]> {
  return Promise.all(
    commands.map(async (command) => {
      const frame = encodeFrame([command])
      const check = checkFrame(frame)
      return read(check.ok ? await decide(frame, 1) : answersOf(check.code as ResultNumber, 1))
    }),
  )
}

async function submitFrame(decide: Decide, commands: readonly Command[]): Promise<Answer[]> {
  const frame = encodeFrame(commands)
  const check = checkFrame(frame)
  return check.ok ? read(await decide(frame, check.count)) : (await submitOneByOne(decide, commands)).flat()
}

/** Commands as frames of at most `commandsMax`, and their answers in the same order. */
export async function submitAsFrames(
  decide: Decide,
  commands: readonly Command[],
  commandsMax: number,
): Promise<Answer[]> {
  const frames: Promise<Answer[]>[] = []
  for (let from = 0; from < commands.length; from += commandsMax)
    frames.push(submitFrame(decide, commands.slice(from, from + commandsMax)))
  return (await Promise.all(frames)).flat()
}
