import { acceptGoods, agreeCase, askAfterSale, goodsCameBack, refuseCase, withdrawCase } from './after-sale.ts'
import { answerEffect } from './answer-effect.ts'
import { cancel } from './cancel.ts'
import { andThen, type Decided, type LifeMoment } from './decision.ts'
import type { LifeCommand } from './life-command.ts'
import { takeMoney } from './money.ts'
import type { OrderLife } from './order-life.ts'
import { moveParcel, planParcels, receive, sendParcel } from './parcels.ts'
import { failCheck, passCheck } from './second-check.ts'
import { caseDoneWhenDelivered } from './settle-case.ts'

/**
 * What a command does to an order: pure, so that the same command on the same order at the same instant decides the same, and a
 * command that comes twice changes nothing the second time.
 * Shape: the order after it, what happened, and effects to carry out; or the first reason why not, with nothing changed.
 */
export function decideLife(order: OrderLife, command: LifeCommand, moment: LifeMoment): Decided {
  switch (command.kind) {
    case 'takeMoney':
      return takeMoney(order, command)
    case 'passCheck':
      return passCheck(order, moment)
    case 'failCheck':
      return failCheck(order, command)
    case 'cancel':
      return cancel(order, command)
    case 'planParcels':
      return planParcels(order, command.parcels)
    case 'sendParcel':
      return sendParcel(order, command, moment)
    case 'scanParcel':
    case 'loseParcel':
      return moveParcel(order, { kind: command.kind, parcelId: command.parcelId }, moment)
    case 'deliverParcel':
      return andThen(moveParcel(order, { kind: command.kind, parcelId: command.parcelId }, moment), (after) =>
        caseDoneWhenDelivered(after, command.parcelId),
      )
    case 'receive':
      return receive(order, command, moment)
    case 'askAfterSale':
      return askAfterSale(order, command, moment)
    case 'agreeCase':
      return agreeCase(order, command, moment)
    case 'refuseCase':
      return refuseCase(order, command)
    case 'withdrawCase':
      return withdrawCase(order, command)
    case 'goodsCameBack':
      return goodsCameBack(order, command, moment)
    case 'settleCase':
      return acceptGoods(order, command, moment)
    default:
      return answerEffect(order, command, moment)
  }
}
