import type { CartFault } from '@zhanggui/contract'
import { type CartProblem, sayCartProblem } from '@zhanggui/promotion'
import { ApiFailure, wordsOf } from '../../../http/api-failure.ts'

export const faultOf = (problem: CartProblem): CartFault => ({
  code: problem.code,
  lineId: 'lineId' in problem ? problem.lineId : null,
  ...sayCartProblem(problem),
})

/** A cart that cannot be priced, with everything that is wrong with it. The sentence quotes the first fault. */
export function cartFailure(faults: readonly CartFault[]): ApiFailure {
  const [first] = faults
  return new ApiFailure('cart_faults', {
    count: faults.length,
    first: wordsOf(first),
    faults: faults.slice(0, 100),
  })
}
