import type { ActionType } from './action-type.ts'
import { adjustBid, openBackup, pauseChannel } from './advertising.ts'
import { releaseReserve, tuneFission } from './money.ts'
import { createTask, notify, openIncident } from './people.ts'
import { shiftExposure } from './shift-exposure.ts'
import { replyPrice, stepPrice } from './step-price.ts'
import { swapItem } from './swap-item.ts'
import { switchOver } from './switch-over.ts'
import { stopPromotion } from './switch-promotion.ts'

export type { ActionType, Occasion, ParamSpec, Planned, Reason, Tell } from './action-type.ts'

/** Every kind of action. A new one is one declaration here and a binding of its subjects on the server. */
export const ACTION_TYPES: readonly ActionType[] = [
  notify,
  createTask,
  openIncident,
  stopPromotion,
  swapItem,
  shiftExposure,
  stepPrice,
  replyPrice,
  pauseChannel,
  openBackup,
  adjustBid,
  releaseReserve,
  tuneFission,
  switchOver,
]

export const actionType = (id: string): ActionType | undefined => ACTION_TYPES.find((type) => type.id === id)
