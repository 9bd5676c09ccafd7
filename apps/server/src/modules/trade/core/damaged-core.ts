import type { Damage } from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'

/** What recovery found wrong on disk, as the failure that everybody is told who asks for the core. */
export const damagedCore = ({ code, file, offset, sequence, detail }: Damage): ApiFailure =>
  new ApiFailure('trade_damaged', { damage: detail ? `${code} (${detail})` : code, file, offset, sequence })
