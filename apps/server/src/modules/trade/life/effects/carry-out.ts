import type { LifeAnswer, LifeEffect } from '@zhanggui/orders'
import type { Context } from '../../../../context.ts'
import { refundPayment } from '../../payments/refund-payment.ts'
import type { ShopOrderRow } from '../schema.ts'
import { giveBack, releaseCoupons, useCoupons } from './coupons.ts'
import { releaseStock, returnStock, takeReplacement, takeStock } from './stock.ts'

/** One effect of an order as it stands, and when it was given out. */
export type EffectTask<K extends LifeEffect['kind'] = LifeEffect['kind']> = {
  row: ShopOrderRow
  effect: Extract<LifeEffect, { kind: K }>
  issuedAt: Date
}

/** What has not happened yet and is to be tried again later; the reason is kept with the effect. */
export class EffectPending extends Error {
  override readonly name = 'EffectPending'
}

/**
 * Carries out one effect; harmless however often, because everything outside knows it by the order's number and its own.
 * Errors: throws `EffectPending` for what is to be tried again, anything else is a bug or an outage and is tried again too.
 */
export function carryOut(context: Context, { row, effect, issuedAt }: EffectTask): Promise<LifeAnswer> {
  switch (effect.kind) {
    case 'takeStock':
      return takeStock(context, { row, effect, issuedAt })
    case 'useCoupons':
      return useCoupons(context, { row, effect, issuedAt })
    case 'releaseStock':
      return releaseStock(context, { row, effect, issuedAt })
    case 'releaseCoupons':
      return releaseCoupons(context, { row, effect, issuedAt })
    case 'returnStock':
      return returnStock(context, { row, effect, issuedAt })
    case 'giveBack':
      return giveBack(context, { row, effect, issuedAt })
    case 'takeReplacement':
      return takeReplacement(context, { row, effect, issuedAt })
    case 'refundPayment':
      return refundPayment(context, { row, effect, issuedAt })
  }
}
