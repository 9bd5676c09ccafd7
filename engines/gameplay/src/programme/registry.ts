import { blindBox } from '../blind-box/blind-box.ts'
import { cartRecall } from '../cart-recall/cart-recall.ts'
import { donation } from '../donation/donation.ts'
import { greenPackaging } from '../green-packaging/green-packaging.ts'
import { partnerCard } from '../partner/partner.ts'
import { paymentTest } from '../payment-test/payment-test.ts'
import { preheat } from '../preheat/preheat.ts'
import { registrationPack } from '../registration-pack/registration-pack.ts'
import { showOrder } from '../show-order/show-order.ts'
import { subscription } from '../subscription/subscription.ts'
import { tradeIn } from '../trade-in/trade-in.ts'
import { trial } from '../trial/trial.ts'
import type { AnyProgramme } from './programme.ts'

/** Every kind of programme. A new one is one declaration and one line here. */
export const PROGRAMMES: readonly AnyProgramme[] = [
  blindBox,
  tradeIn,
  subscription,
  donation,
  greenPackaging,
  partnerCard,
  trial,
  showOrder,
  preheat,
  cartRecall,
  registrationPack,
  paymentTest,
]

export const findProgramme = (programme: string): AnyProgramme | undefined =>
  PROGRAMMES.find((declared) => declared.programme === programme)
