import type { CreatedEventKey } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import { createEventKey } from '../admin/event-keys.ts'
import type { ResourceCaller } from '../admin/resources/resource-access.ts'

/** A key with which a system of the shop submits orders. Its secret is in this answer and nowhere else. */
export const createTradeKey = (
  context: Context,
  { store, actor }: ResourceCaller,
  name: string,
): Promise<CreatedEventKey> => createEventKey(context, store, { name, scope: 'trade:write' }, { actor })
