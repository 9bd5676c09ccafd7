import type { LedgerError } from '@zhanggui/budget'
import { ApiFailure } from '../../../http/api-failure.ts'

const yuan = (amount: number): string => (amount / 100).toFixed(2)

/** What a refused entry is told as; amounts of the sentence in major units, those of `facts` in minor ones. */
export function ledgerFailure(error: LedgerError): ApiFailure {
  switch (error.code) {
    case 'unknown_line':
      return new ApiFailure('not_found', { what: `lines/${error.lineId}` })
    case 'heading_line':
      return new ApiFailure('budget_heading', { line: error.lineId })
    case 'not_enough': {
      const { lineId: line, state, availableCents, neededCents } = error
      const figures = { available: yuan(availableCents), needed: yuan(neededCents) }
      return new ApiFailure('budget_not_enough', { line, state, availableCents, neededCents, ...figures })
    }
    case 'reserve_untouched':
    case 'not_a_reserve':
      return new ApiFailure('budget_reserve', { line: error.lineId })
    case 'id_reused':
      return new ApiFailure('budget_id_reused', { id: error.id })
    case 'same_line':
      return new ApiFailure('invalid_request', { where: 'toLineId: another line than lineId' })
    case 'amount_not_positive':
      return new ApiFailure('invalid_request', { where: 'amountCents: above 0' })
  }
}
