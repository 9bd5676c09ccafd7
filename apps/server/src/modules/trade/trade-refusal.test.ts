import { expect, test } from 'vitest'
import { ApiFailure } from '../../http/api-failure.ts'
import { isRefused, TradeRefusal } from './trade-refusal.ts'

const refusal = (code: TradeRefusal['code']) => new TradeRefusal({ code, line: 0, detail: 0 })

test.each([
  { what: 'no stock', cause: refusal('out_of_stock'), refused: true },
  { what: 'an item that was never opened', cause: new ApiFailure('order_stock_missing', { item: 'x' }), refused: true },
  { what: 'a core that is busy', cause: refusal('busy'), refused: false },
  { what: 'another site that decides', cause: new ApiFailure('trade_elsewhere', { site: 'b' }), refused: false },
  { what: 'a core that is stopping', cause: new ApiFailure('trade_stopped'), refused: false },
  { what: 'records that do not answer', cause: new Error('connection lost'), refused: false },
])('[P7.08] an order that meets $what is refused for good: $refused', ({ cause, refused }) => {
  expect(isRefused(cause)).toBe(refused)
})
