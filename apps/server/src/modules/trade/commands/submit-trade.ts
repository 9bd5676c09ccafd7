import type { SubmitTrade, TradeAnswer, TradeAnswers } from '@zhanggui/contract'
import { type Answer, isAccepted, RESULT, RESULT_WORDS } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { tradeCoreOf } from '../core/trade-core-of.ts'
import { itemBookOf } from '../items/item-book.ts'
import { keyMakerOf } from '../trade-keys.ts'
import { namesIn, toCommand } from './to-command.ts'

/** What is busy now is worth asking again after so long: some hundred groups will have been decided. */
const RETRY_AFTER_MS = 100

function present(id: string, { code, ...rest }: Answer): TradeAnswer {
  if (isAccepted(RESULT[code])) return { id, code, accepted: true, ...rest }
  const { zh, en } = RESULT_WORDS[code]
  return { id, code, accepted: false, ...rest, message: zh, messageEn: en }
}

/**
 * Commands in the shop's words, decided by its order core one after another. One answer each; a refusal is an answer.
 * Errors: throws `trade_damaged`, `trade_stopped`.
 */
export async function submitTrade(context: Context, store: string, { commands }: SubmitTrade): Promise<TradeAnswers> {
  const book = itemBookOf(context, store)
  await book.know(commands.flatMap(namesIn))
  const translation = { book, keyOf: keyMakerOf(context, store) }
  const core = await tradeCoreOf(context, store)
  const decided = await core.submit(commands.map((command) => toCommand(translation, command)))
  const answers = decided.map((answer, i) => present(commands[i]?.id ?? '', answer))
  const busy = answers.some(({ code }) => code === 'busy')
  return busy ? { answers, retryAfterMs: RETRY_AFTER_MS } : { answers }
}
