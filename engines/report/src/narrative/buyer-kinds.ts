import { figure, type Sentence } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import { figureOf, metricName, numberOf, queryRef, say, type Telling } from '../library/telling.ts'

/**
 * What returning buyers are of all known buyers and of what these paid, with what one of each kind pays. Silent unless both kinds bought.
 * Shape: needs paid, buyers and aov by the kind of buyer.
 */
export function sayBuyerKinds(telling: Telling, answer: Answer): Sentence[] {
  const kind = (id: string) => answer.rows.find((row) => row.buyerKind === id)
  const [fresh, back] = [kind('new'), kind('returning')]
  if (!fresh || !back) return []
  const shareOf = (metric: string): number | null => {
    const [own, other] = [numberOf(back, metric), numberOf(fresh, metric)]
    return own === null || other === null || own + other <= 0 ? null : own / (own + other)
  }
  const [people, paid] = [shareOf('buyers'), shareOf('paid')]
  if (people === null || paid === null || people === 0 || people === 1) return []
  return [
    {
      pieces: [
        say(telling, '老客占认得出的买家的 ', 'Returning buyers are '),
        figure(people, 'ratio', queryRef(answer.ask, ['buyers'])),
        say(telling, '，带来其中支付金额的 ', ' of those who are known and bring '),
        figure(paid, 'ratio', queryRef(answer.ask, ['paid'])),
        say(telling, `；${metricName(telling, 'aov')} `, ' of what these paid; they pay '),
        figureOf(telling, answer, 'aov', numberOf(back, 'aov')),
        say(telling, '，新客 ', ' each, new ones '),
        figureOf(telling, answer, 'aov', numberOf(fresh, 'aov')),
        say(telling, '。', '.'),
      ],
    },
  ]
}
