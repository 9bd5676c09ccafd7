import { checkFrame, KIND, RESULT, type ResultNumber } from '@zhanggui/orders'

/** What a key may ask for: orders and tickets. Stock, terms, gates and blocks are for people, by routes that keep a trail. */
const OF_ORDERS: ReadonlySet<number> = new Set([
  KIND.reserve,
  KIND.pay,
  KIND.payDeposit,
  KIND.release,
  KIND.returnGoods,
  KIND.enterGate,
])

/** Index of the first command that is none of orders; -1: there is none. */
function firstForeignCommand(frame: Int32Array): number {
  let index = 0
  for (let start = 0; start < frame.length; start += (frame[start] as number) >>> 16) {
    if (!OF_ORDERS.has((frame[start] as number) & 0xff)) return index
    index++
  }
  return -1
}

export type CommandsCheck = { ok: true; count: number } | { ok: false; code: ResultNumber; index: number }

/** May a frame from a client be decided? Else what is wrong, and with which command; nothing of it is to be done then. */
export function checkCommands(frame: Int32Array, commandsMax: number): CommandsCheck {
  const check = checkFrame(frame)
  if (!check.ok) return { ok: false, code: check.code as ResultNumber, index: check.index }
  if (check.count > commandsMax) return { ok: false, code: RESULT.frame_too_large, index: commandsMax }
  const foreign = firstForeignCommand(frame)
  return foreign < 0 ? check : { ok: false, code: RESULT.kind_unknown, index: foreign }
}
