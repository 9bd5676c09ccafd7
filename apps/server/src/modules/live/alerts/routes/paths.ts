import { StoreId } from '@zhanggui/contract'
import { z } from 'zod'

export const StorePath = z.object({ store: StoreId })
export const STORE = '/v1/stores/:store'
export const RulePath = StorePath.extend({ rule: z.string().max(60) })
export const NumberPath = StorePath.extend({ id: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) })
export const ChannelPath = StorePath.extend({ channel: z.string().max(60) })
