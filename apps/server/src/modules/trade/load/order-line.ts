import type { OrderLine } from '@zhanggui/contract'
import { passTurnstileTime, showUpRate, type Turnstile, waitFor, waitingIn } from '@zhanggui/orders'

/** The line before orders; `now` on the turnstile's clock. */
export function readOrderLine(turnstile: Turnstile, now: number): OrderLine {
  passTurnstileTime(turnstile, now)
  const { line, pace, options, underWay, limit } = turnstile
  const waiting = waitingIn(line)
  const isDrawing = now < line.lot.closesAt
  return {
    waiting,
    called: Math.floor(line.called),
    issued: line.issued,
    waitSeconds: waiting === 0 ? 0 : Math.ceil(waitFor(turnstile, line.issued, now).waitMs / 1000),
    perSecond: pace > 0 ? (pace * 1000) / options.windowMs : null,
    showUp: line.issued > 0 ? showUpRate(line.showUp) : null,
    underWay,
    atOnce: limit,
    lotSeconds: isDrawing ? (line.lot.closesAt - now) / 1000 : null,
  }
}
