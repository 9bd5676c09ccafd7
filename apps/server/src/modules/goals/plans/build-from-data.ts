import { ApiFailure } from '../../../http/api-failure.ts'
import type { BuildFromData } from './plan-hooks.ts'

/** Goals from last year's data. */
export const buildFromData: BuildFromData = async () => {
  throw new ApiFailure('invalid_request', { where: 'from: data' })
}
