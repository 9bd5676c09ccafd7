import type { CartFault } from '@zhanggui/contract'
import { type CartProblem, sayCartProblem } from '@zhanggui/promotion'
import { ApiFailure } from '../../../http/api-failure.ts'

export const faultOf = (problem: CartProblem): CartFault => ({
  code: problem.code,
  lineId: 'lineId' in problem ? problem.lineId : null,
  ...sayCartProblem(problem),
})

/** A cart that cannot be priced, with everything that is wrong with it. The sentence quotes the first fault in both languages. */
export function cartFailure(faults: readonly CartFault[]): ApiFailure {
  const [first] = faults
  return new ApiFailure('cart_faults', {
    count: faults.length,
    first: `${first?.zh} / ${first?.en}`,
    faults: faults.slice(0, 100),
  })
}
